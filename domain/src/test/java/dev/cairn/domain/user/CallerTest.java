package dev.cairn.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.Denied;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Id;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R18: what scopes and roles allow; R11, R14, R16: secrets are long enough and say nothing of themselves. */
final class CallerTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String RANDOM = "A".repeat(Token.RANDOM_LENGTH);

    @ParameterizedTest
    @EnumSource(Scope.class)
    void anAdminInPersonHasEveryScopeAndNobodyHasNone(Scope scope) {
        assertThatCode(() -> Caller.of(user(SystemRole.ADMIN)).require(scope)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Caller.anonymous().require(scope)).isInstanceOf(Denied.class);
    }

    @Test
    void aMemberIsNoAdminWhateverTheTokenSays() {
        Caller caller = Caller.of(user(SystemRole.MEMBER), token(Scope.values()));
        assertThat(caller.scopes()).containsExactly(Scope.READ, Scope.WRITE, Scope.CLAIM);
        assertThatThrownBy(caller::requireAdmin).isInstanceOf(Denied.class);
    }

    @Test
    void anAdminWithoutTheScopeIsNoAdmin() {
        assertThat(Caller.of(user(SystemRole.ADMIN), token(Scope.READ)).isAdmin())
                .isFalse();
        assertThat(Caller.of(user(SystemRole.ADMIN), token(Scope.ADMIN)).isAdmin())
                .isTrue();
    }

    @Test
    void aTokenIsNoPerson() {
        assertThatThrownBy(() ->
                        Caller.of(user(SystemRole.ADMIN), token(Scope.values())).requirePerson())
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() -> Caller.anonymous().requirePerson()).isInstanceOf(Denied.class);
    }

    @Test
    void whoIsDeactivatedCannotBeAgain() {
        User gone = user(SystemRole.MEMBER).deactivate(NOW);
        assertThatThrownBy(() -> gone.deactivate(NOW)).isInstanceOf(Conflict.class);
        assertThat(gone.reactivate(NOW).active()).isTrue();
    }

    @Test
    void aPasswordHas8To128CharactersAndIsNotTrimmed() {
        assertThatThrownBy(() -> new Password("1234567")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new Password("x".repeat(129))).isInstanceOf(Invalid.class);
        assertThat(new Password("  123456").value()).isEqualTo("  123456");
        assertThat(new Password("😀".repeat(128)).value()).hasSize(256);
    }

    @Test
    void secretsSayNothingOfThemselves() {
        assertThat(new Password("correct horse").toString()).doesNotContain("correct");
        assertThat(new PasswordHash("$argon2id$x").toString()).doesNotContain("argon");
        assertThat(new Token(TokenKind.API, "cairn_t_" + RANDOM).toString()).doesNotContain("AAA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cairn_s_", "cairn_x_", "CAIRN_S_"})
    void onlyAMarkAnd43CharactersAreAToken(String mark) {
        assertThat(Token.parse(mark)).isEmpty();
        assertThat(Token.parse(mark + RANDOM + "A")).isEmpty();
        assertThat(Token.parse("cairn_s_" + RANDOM).orElseThrow().kind()).isEqualTo(TokenKind.SESSION);
        assertThat(Token.parse("cairn_s_" + RANDOM.replaceFirst("A", "é"))).isEmpty();
    }

    private static User user(SystemRole role) {
        return User.human(new Id<>(1), UserContent.named("Ada"), role, NOW);
    }

    private static ApiToken token(Scope... scopes) {
        return new ApiToken(
                new Id<>(2),
                new Id<>(1),
                null,
                "program",
                Set.of(scopes),
                "cairn_t_AAAA",
                new TokenHash("0".repeat(TokenHash.LENGTH)),
                NOW,
                null,
                null,
                null);
    }
}
