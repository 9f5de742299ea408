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

    /** Makes a password for a login from any text; an invalid one counts as a wrong password like any other (R15). */
    public static Password tried(String text) {
        try {
            return new Password(text);
        } catch (Invalid nobodys) {
            return new Password(Sha256.of("This was tried: " + text));
        }
    }

    /** Hides the password (R11). */
    @Override
    public String toString() {
        return "Password[hidden]";
    }
}
