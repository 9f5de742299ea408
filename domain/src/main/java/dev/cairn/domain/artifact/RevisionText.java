package dev.cairn.domain.artifact;

import dev.cairn.domain.kernel.Sha256;
import dev.cairn.domain.kernel.Text;

/**
 * The text of a revision, stored without trimming (R26).
 *
 * @param sha256 of its UTF-8, in hexadecimal
 */
public record RevisionText(String text, String sha256) {
    public static final int BYTES_MAX = 1_048_576;
    /** The number of hexadecimal digits of a hash. */
    public static final int HASH_LENGTH = Sha256.LENGTH;

    /** Checks and hashes the text; callers do so before a transaction begins (R12). */
    public static RevisionText of(String text) {
        String checked = Text.exact("content", text, BYTES_MAX);
        return new RevisionText(checked, Sha256.of(checked));
    }
}
