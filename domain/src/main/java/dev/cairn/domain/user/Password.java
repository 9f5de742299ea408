package dev.cairn.domain.user;

import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Secret;
import dev.cairn.domain.kernel.Sha256;
import dev.cairn.domain.kernel.Text;
import java.text.Normalizer;

/**
 * A password in clear text, on its way to be hashed: 8 to 128 characters, neither trimmed nor cut (R14). It is compared in
 * the form NFKC, so that another keyboard's way to write the same character does not lock its owner out (NIST SP 800-63B).
 */
public record Password(String value) implements Secret {
    public static final int LENGTH_MIN = 8;
    public static final int LENGTH_MAX = 128;

    public Password {
        value = Normalizer.normalize(Text.exact("password", value, LENGTH_MIN, LENGTH_MAX), Normalizer.Form.NFKC);
    }

    /** What somebody logs in with: what is no password is nobody's, and is a wrong one like any other (R15). */
    public static Password tried(String text) {
        try {
            return new Password(text);
        } catch (Invalid nobodys) {
            return new Password(Sha256.of("This was tried: " + text));
        }
    }

    /** Says nothing of it (R11). */
    @Override
    public String toString() {
        return "Password[hidden]";
    }
}
