package dev.cairn.http.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.SystemRole;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserContent;
import dev.cairn.http.wire.Authenticated;
import dev.cairn.http.wire.Authenticated.Proof;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.http.HttpRequest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HeadsTest {
    private static final Caller ANNA =
            Caller.of(User.human(new Id<>(1), UserContent.named("Anna"), SystemRole.MEMBER, Instant.EPOCH));

    private final Heads heads = new Heads();

    private static <T> T bound(FromRequest<T> binder, HttpRequest<?> request) {
        return binder.bind(ConversionContext.of(binder.argumentType()), request).get();
    }

    /** R6 */
    @Test
    void theCallerIsTheOneWhoseCredentialTheRequestCarried() {
        HttpRequest<?> request = HttpRequest.GET("/");
        new Authenticated(ANNA, Proof.OTHER_TOKEN).attachTo(request);
        assertThat(bound(heads.caller(), request)).isEqualTo(ANNA);
    }

    @Test
    void withoutAnAuthenticatedRequestThereIsNoCaller() {
        HttpRequest<?> anonymous = HttpRequest.GET("/");
        assertThatThrownBy(() -> bound(heads.caller(), anonymous)).isInstanceOf(IllegalStateException.class);
    }

    /** R3 */
    @Test
    void theExpectedVersionIsTheOneTag() {
        assertThat(bound(heads.expected(), HttpRequest.DELETE("/").header("If-Match", "\"3\"")))
                .isEqualTo(new Expected(3L));
        assertThat(bound(heads.expected(), HttpRequest.DELETE("/").header("If-Match", "*")))
                .isEqualTo(Expected.ANY);
        assertThat(bound(heads.expected(), HttpRequest.DELETE("/"))).isEqualTo(Expected.ANY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "\"\"", "W/\"3\"", "\"3\", \"4\"", "\"x\"", "\"-1\"", "\"9999999999999999999\""})
    void anythingElseIsNoVersion(String header) {
        assertThatThrownBy(() -> bound(heads.expected(), HttpRequest.DELETE("/").header("If-Match", header)))
                .isInstanceOf(Invalid.class);
    }
}
