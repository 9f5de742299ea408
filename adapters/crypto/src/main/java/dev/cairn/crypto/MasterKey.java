package dev.cairn.crypto;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key that seals secrets: 256 random bits, and a name of its own that says nothing of them.
 *
 * @param line as it stands in the file: {@code <keyId> <64 hex> <date>}, or without a date in the environment
 */
record MasterKey(String id, SecretKey key, String line) {
    static final int BYTES = 32;
    private static final Pattern LINE =
            Pattern.compile("([a-z0-9]{4,32})[ \\t]+([0-9A-Fa-f]{64})(?:[ \\t]+\\d{4}-\\d{2}-\\d{2}\\S*)?");

    static MasterKey of(String id, byte[] bits, String line) {
        return new MasterKey(id, new SecretKeySpec(bits, "AES"), line);
    }

    /** Reads a line; empty when it is none. */
    static Optional<MasterKey> parse(String line) {
        Matcher matcher = LINE.matcher(line.strip());
        return matcher.matches()
                ? Optional.of(of(matcher.group(1), HexFormat.of().parseHex(matcher.group(2)), line.strip()))
                : Optional.empty();
    }

    /** Says nothing of the key (R11). */
    @Override
    public String toString() {
        return "MasterKey[" + id + "]";
    }
}
