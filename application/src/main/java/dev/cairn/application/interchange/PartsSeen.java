package dev.cairn.application.interchange;

import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.setting.SettingHome;
import dev.cairn.domain.setting.SettingKey;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Hashes of what earlier imports of Cairn's own files brought besides tickets: the project, its queues and artifacts. A
 * part that has not changed in the file changes nothing here (I2). Stored as a setting of the project.
 */
final class PartsSeen {
    private static final SettingKey KEY = new SettingKey("imported");
    private static final Pattern PAIR = Pattern.compile("\"([0-9a-f]+)\":\"([0-9a-f]+)\"");
    /** The most parts that are remembered; a project with more is imported without this memory. */
    private static final int PARTS_MAX = 4_000;

    private final Map<String, String> hashes;
    private boolean changed;

    private PartsSeen(Map<String, String> hashes) {
        this.hashes = hashes;
    }

    static PartsSeen of(ImportContext context) {
        Json kept = context.work()
                .read(() -> context.stores().settings().all(home(context)))
                .get(KEY);
        Map<String, String> hashes = new TreeMap<>();
        if (kept != null) {
            PAIR.matcher(kept.text())
                    .results()
                    .collect(Collectors.toMap((MatchResult pair) -> pair.group(1), pair -> pair.group(2)))
                    .forEach(hashes::put);
        }
        return new PartsSeen(hashes);
    }

    /** Whether the file's part differs from the last import; remembers the part. */
    boolean isNew(String name, Object part) {
        String hash = Fingerprint.of(part);
        boolean isNew = !hash.equals(hashes.put(Fingerprint.of(name), hash));
        changed |= isNew;
        return isNew;
    }

    void store(ImportContext context) {
        if (changed && hashes.size() <= PARTS_MAX) {
            Json json = new Json(hashes.entrySet().stream()
                    .map(pair -> "\"%s\":\"%s\"".formatted(pair.getKey(), pair.getValue()))
                    .collect(Collectors.joining(",", "{", "}")));
            context.slice(_ -> {
                context.stores().settings().put(home(context), KEY, json);
                return json;
            });
        }
    }

    private static SettingHome home(ImportContext context) {
        return new SettingHome.OfProject(context.project().id());
    }
}
