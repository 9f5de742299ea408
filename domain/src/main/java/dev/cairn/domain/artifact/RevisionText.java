package dev.cairn.domain.artifact;

import dev.cairn.domain.kernel.Sha256;
import dev.cairn.domain.kernel.Text;

/**
 * What a revision says, kept to the last blank (R26).
 *
 * @param sha256 of its UTF-8, in hexadecimal
 */
public record RevisionText(String text, String sha256) {
    public static final int BYTES_MAX = 1_048_576;
    /** A hash has this many hexadecimal digits. */
    public static final int HASH_LENGTH = Sha256.LENGTH;

    /** Checks and hashes the text; callers do so before a transaction begins (R12). */
    public static RevisionText of(String text) {
        String checked = Text.exact("content", text, BYTES_MAX);
        return new RevisionText(checked, Sha256.of(checked));
    }
}
