package dev.cairn.domain.artifact;

import dev.cairn.domain.kernel.Text;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a revision says, kept to the last blank (R26).
 *
 * @param sha256 of its UTF-8, in hexadecimal
 */
public record ArtifactContent(String text, String sha256) {
    public static final int BYTES_MAX = 1_048_576;
    /** Hexadecimal digits. */
    public static final int HASH_LENGTH = 64;

    /** Checks and hashes the text; done before a transaction begins (R12). */
    public static ArtifactContent of(String text) {
        String checked = Text.exact("content", text, BYTES_MAX);
        return new ArtifactContent(checked, hash(checked));
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
