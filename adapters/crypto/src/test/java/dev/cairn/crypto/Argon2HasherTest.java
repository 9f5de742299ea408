package dev.cairn.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.user.Password;
import dev.cairn.domain.user.PasswordHash;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** R14: a memory-hard hash from a library, and no password is ever cut. */
final class Argon2HasherTest {
    private static final Argon2Hasher HASHER = new Argon2Hasher();

    @AfterAll
    static void close() {
        HASHER.close();
    }

    @Test
    void aPasswordMatchesItsHashAndNoOtherDoes() {
        PasswordHash hash = HASHER.hash(new Password("correct horse"));
        assertThat(HASHER.matches(new Password("correct horse"), hash)).isTrue();
        assertThat(HASHER.matches(new Password("correct horsf"), hash)).isFalse();
        assertThat(HASHER.matches(new Password("correct horse "), hash)).isFalse();
    }

    @Test
    void theCostIsArgon2idWith19MiBTwoPassesAndOneLane() {
        assertThat(HASHER.hash(new Password("correct horse")).value()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void theSamePasswordHasAnotherHashEachTime() {
        Password password = new Password("correct horse");
        assertThat(HASHER.hash(password)).isNotEqualTo(HASHER.hash(password));
    }

    @Test
    void theLastOf128CharactersCounts() {
        String long127 = "€".repeat(Password.LENGTH_MAX - 1);
        PasswordHash hash = HASHER.hash(new Password(long127 + "a"));
        assertThat(HASHER.matches(new Password(long127 + "a"), hash)).isTrue();
        assertThat(HASHER.matches(new Password(long127 + "b"), hash)).isFalse();
        assertThatThrownBy(() -> new Password(long127 + "ab")).isInstanceOf(Invalid.class);
    }

    @Test
    void theSameCharacterTypedAnotherWayIsTheSamePassword() {
        PasswordHash hash = HASHER.hash(new Password("gr\u00FCn gr\u00FCn"));
        assertThat(HASHER.matches(new Password("gru\u0308n gru\u0308n"), hash)).isTrue();
    }

    @Test
    void theDecoyCostsAsMuchAsAnyHashAndMatchesNothing() {
        Argon2 decoy = Argon2.parse(HASHER.decoy().value());
        Argon2 usual = Argon2.parse(HASHER.hash(new Password("correct horse")).value());
        assertThat(decoy.cost()).isEqualTo(usual.cost());
        assertThat(HASHER.decoy().value()).hasSameSizeAs(usual.phc());
        assertThat(HASHER.matches(new Password("correct horse"), HASHER.decoy()))
                .isFalse();
    }

    /** From the test suite of the reference implementation (phc-winner-argon2, version 0x13). */
    @Test
    void itAgreesWithTheReferenceImplementation() {
        Argon2 reference = new Argon2(
                new Argon2.Cost(1 << 16, 2, 1),
                "somesalt".getBytes(StandardCharsets.US_ASCII),
                HexFormat.of().parseHex("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"));
        assertThat(reference.matches("password")).isTrue();
        assertThat(reference.matches("differentpassword")).isFalse();
        assertThat(Argon2.parse(reference.phc()).matches("password")).isTrue();
    }
}
