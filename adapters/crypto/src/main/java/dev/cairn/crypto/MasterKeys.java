package dev.cairn.crypto;

import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Sha256;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The keys of this installation: those that it was given, and those of its file. Nothing is read before a secret is sealed or
 * opened, so that whatever is wrong with them stops no start (L14); the file is read each time, as another process may rotate.
 */
final class MasterKeys {
    private static final Pattern BARE = Pattern.compile("[0-9A-Fa-f]{64}");
    private static final Pattern SEPARATOR = Pattern.compile("[,\\n]");
    private static final int ID_BYTES = 4;

    private final SecureRandom random = new SecureRandom();
    private final @Nullable String given;
    private final @Nullable KeyFile file;
    private final Clock clock;

    MasterKeys(KeySource source, Clock clock) {
        this.given = source.given();
        this.file = source.file() == null ? null : new KeyFile(source.file());
        this.clock = clock;
    }

    /** Finds the key of this name; a given key takes precedence over one in the file. */
    Optional<MasterKey> find(String id) {
        return given().stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .or(() -> stored().stream().filter(key -> key.id().equals(id)).findFirst());
    }

    /** Answers the key that seals; the first time, it makes one. */
    synchronized MasterKey current() {
        List<MasterKey> brought = given();
        if (!brought.isEmpty()) {
            return brought.getLast();
        }
        List<MasterKey> keys = stored();
        if (keys.isEmpty()) {
            requireFile().makeWith(make());
            keys = stored();
        }
        return keys.getLast();
    }

    /** Adds a key and returns it; where keys are given, the last of these stays the current one. */
    synchronized MasterKey add() {
        List<MasterKey> brought = given();
        if (!brought.isEmpty()) {
            return brought.getLast();
        }
        if (stored().isEmpty()) {
            return current();
        }
        MasterKey made = make();
        requireFile()
                .change(keys -> Stream.concat(keys.stream(), Stream.of(made)).toList());
        return made;
    }

    /** Forgets the keys of the file that stand before this one, or before the last, and are not named; answers which are gone. */
    synchronized List<String> dropBefore(String keyId, Collection<String> named) {
        if (file == null || stored().isEmpty()) {
            return List.of();
        }
        List<String> dropped = new ArrayList<>();
        file.change(keys -> {
            List<String> ids = keys.stream().map(MasterKey::id).toList();
            int own = ids.contains(keyId) ? ids.indexOf(keyId) : ids.size() - 1;
            ids.stream().limit(own).filter(id -> !named.contains(id)).forEach(dropped::add);
            return keys.stream().filter(key -> !dropped.contains(key.id())).toList();
        });
        return dropped;
    }

    private List<MasterKey> given() {
        if (given == null || given.isBlank()) {
            return List.of();
        }
        return SEPARATOR
                .splitAsStream(given)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(MasterKeys::parsed)
                .toList();
    }

    /** A key that comes without a name has one that it always has. */
    private static MasterKey parsed(String line) {
        if (BARE.matcher(line).matches()) {
            return MasterKey.of(
                    "e"
                            + Sha256.of("cairn master key " + line.toLowerCase(Locale.ROOT))
                                    .substring(0, 8),
                    HexFormat.of().parseHex(line),
                    line);
        }
        return MasterKey.parse(line)
                .orElseThrow(() -> new Conflict(
                        ErrorCode.MASTER_KEY_UNUSABLE,
                        "CAIRN_MASTER_KEY is no key: write 64 hexadecimal digits (openssl rand -hex 32)"));
    }

    private List<MasterKey> stored() {
        return file == null ? List.of() : file.read();
    }

    private MasterKey make() {
        byte[] bits = new byte[MasterKey.BYTES];
        random.nextBytes(bits);
        byte[] name = new byte[ID_BYTES];
        random.nextBytes(name);
        String id = "k" + HexFormat.of().formatHex(name);
        String line = "%s %s %s"
                .formatted(id, HexFormat.of().formatHex(bits), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        return MasterKey.of(id, bits, line);
    }

    private KeyFile requireFile() {
        if (file == null) {
            throw new Conflict(
                    ErrorCode.MASTER_KEY_UNUSABLE, "There is no master key: give one, or a file to keep it in");
        }
        return file;
    }
}
