package dev.cairn.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Files of trackers, right ones and wrong ones, and such as Cairn has exported itself. */
final class TrackerFiles {
    private static final List<String> STATUSES =
            List.of("open", "in_progress", "blocked", "closed", "done", "pending", "review", "cancelled", "what?", "");
    private static final List<String> LINKS = List.of("blocks", "parent-child", "related", "discovered-from", "");

    private final Known known;
    private final Chance chance;
    private final Values values;

    TrackerFiles(Known known, Chance chance, Values values) {
        this.known = known;
        this.chance = chance;
        this.values = values;
    }

    String next() {
        return switch (chance.below(4)) {
            case 0 -> taskMaster();
            case 1 -> exported();
            default -> beads();
        };
    }

    private String field(String name, String value) {
        return values.quoted(name) + ":" + (chance.hostile() ? Hostile.value(chance) : value);
    }

    private String text() {
        return values.quoted(chance.hostile() ? chance.of(Hostile.TEXTS) : "word " + chance.below(100));
    }

    private String time() {
        return values.quoted(chance.hostile() ? chance.of(Hostile.TIMES) : "2026-01-02T03:04:05Z");
    }

    private String some(String... fields) {
        List<String> kept = new ArrayList<>();
        for (String field : fields) {
            if (chance.percent(80)) {
                kept.add(field);
            }
        }
        if (!kept.isEmpty() && chance.hostile()) {
            kept.add(chance.of(kept));
        }
        return "{" + String.join(",", kept) + "}";
    }

    private String beads() {
        List<String> lines = new ArrayList<>();
        for (int i = chance.below(6); i >= 0; i--) {
            String id = "bd-" + chance.below(8);
            String link = some(
                    field("issue_id", "\"" + id + "\""),
                    field("depends_on_id", "\"bd-" + chance.below(8) + "\""),
                    field("type", values.quoted(chance.of(LINKS))),
                    field("created_at", time()));
            String comment =
                    some(field("id", "1"), field("author", text()), field("text", text()), field("created_at", time()));
            lines.add(some(
                    field("id", "\"" + id + "\""),
                    field("title", text()),
                    field("description", text()),
                    field("status", values.quoted(chance.of(STATUSES))),
                    field("priority", String.valueOf(chance.below(6))),
                    field("issue_type", "\"task\""),
                    field("assignee", text()),
                    field("estimated_minutes", "30"),
                    field("created_at", time()),
                    field("updated_at", time()),
                    field("closed_at", time()),
                    field("due_at", time()),
                    field("labels", "[" + text() + "]"),
                    field("metadata", "{\"a\":" + text() + "}"),
                    field("dependencies", "[" + link + "]"),
                    field("comments", "[" + comment + "]")));
        }
        return String.join(chance.hostile() ? "\r\n\n" : "\n", lines);
    }

    private String taskMaster() {
        List<String> tasks = new ArrayList<>();
        for (int i = chance.below(5); i >= 0; i--) {
            String step = some(
                    field("id", String.valueOf(chance.below(4))),
                    field("title", text()),
                    field("status", values.quoted(chance.of(STATUSES))),
                    field("dependencies", "[" + chance.below(4) + "]"));
            tasks.add(some(
                    field("id", String.valueOf(chance.below(6))),
                    field("title", text()),
                    field("description", text()),
                    field("details", text()),
                    field("testStrategy", text()),
                    field("status", values.quoted(chance.of(STATUSES))),
                    field("priority", "\"high\""),
                    field("dependencies", "[" + chance.below(6) + ",\"" + chance.below(6) + "\"]"),
                    field("subtasks", "[" + step + "," + step + "]")));
        }
        return "{\"master\":{\"tasks\":[%s],\"metadata\":{%s}}}"
                .formatted(String.join(",", tasks), field("created", time()));
    }

    /** Lines of an export, of which some are changed, left away, or there twice. */
    private String exported() {
        List<String> lines = new ArrayList<>();
        known.export().lines().forEach(line -> {
            boolean left = chance.hostile();
            lines.add(left ? "" : changed(line));
            if (chance.hostile()) {
                lines.add(line);
            }
        });
        return String.join("\n", lines);
    }

    private String changed(String line) {
        if (!chance.hostile()) {
            return line;
        }
        String[] parts = line.split("(?<=[:,\\[{])", -1);
        int place = chance.below(parts.length);
        JsonNode other = known.value("status", chance).orElse(null);
        parts[place] = chance.of(List.of(
                Hostile.value(chance),
                Hostile.value(chance) + parts[place].replaceFirst("^.*?(?=[,}\\]]*$)", ""),
                values.quoted(chance.of(Hostile.TEXTS)) + ",",
                String.valueOf(other) + ",",
                ""));
        return String.join("", parts);
    }
}
