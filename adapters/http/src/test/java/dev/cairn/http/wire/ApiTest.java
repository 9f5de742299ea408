package dev.cairn.http.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.idempotency.IdempotencyService;
import dev.cairn.application.idempotency.IdempotencyStore;
import dev.cairn.application.port.Transactions;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.SystemRole;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserContent;
import dev.cairn.http.HttpLimits;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.wire.Authenticated.Proof;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ApiTest {
    private static final Caller ANNA = member(1, "Anna");
    private static final Caller BERT = member(2, "Bert");

    private static Caller member(long id, String name) {
        return Caller.of(User.human(new Id<>(id), UserContent.named(name), SystemRole.MEMBER, Instant.EPOCH));
    }

    private final Api api = new Api(
            new Bodies(HttpSettings.inside(0, false, HttpLimits.DEFAULT)),
            new IdempotencyService(
                    new TransactionsOfAnotherCaller(), new EmptyStore(), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)));

    @Test
    void theCallerIsTheOneWhoseCredentialTheRequestCarried() {
        assertThat(ServerRequestContext.with(request(ANNA), (Supplier<Caller>) api::caller))
                .isEqualTo(ANNA);
    }

    @Test
    void withoutAnAuthenticatedRequestThereIsNoCaller() {
        HttpRequest<?> anonymous = HttpRequest.GET("/");
        assertThatThrownBy(() -> ServerRequestContext.with(anonymous, (Supplier<Caller>) api::caller))
                .isInstanceOf(IllegalStateException.class);
    }

    /** R6, where the group commit has one caller's thread run another's operation (ADR 12). */
    @Test
    void aPostThatAnotherCallersThreadRunsStillHasItsOwnCaller() {
        HttpRequest<byte[]> annas = request(ANNA);
        var answer = ServerRequestContext.with(annas, (Supplier<String>) () -> new String(
                api.action(annas, _ -> () -> Reply.ok(Map.of("by", api.caller().name())))
                        .body(),
                UTF_8));
        assertThat(answer).isEqualTo("{\"by\":\"Anna\"}");
    }

    private static HttpRequest<byte[]> request(Caller caller) {
        HttpRequest<byte[]> request =
                HttpRequest.POST("/", "{}".getBytes(UTF_8)).header("Idempotency-Key", "k");
        new Authenticated(caller, Proof.OTHER_TOKEN).attachTo(request);
        return request;
    }

    /** Runs all work on a thread that answers a request of Bert's. */
    private static final class TransactionsOfAnotherCaller implements Transactions {
        @Override
        public <T extends @Nullable Object> T write(Supplier<T> work) {
            return CompletableFuture.supplyAsync(() -> ServerRequestContext.with(request(BERT), work))
                    .join();
        }

        @Override
        public <T extends @Nullable Object> T bulk(Supplier<T> work) {
            return write(work);
        }

        @Override
        public <T extends @Nullable Object> T read(Supplier<T> work) {
            return write(work);
        }

        @Override
        public OptionalLong stamp() {
            return OptionalLong.empty();
        }
    }

    /** Keeps nothing. */
    private static final class EmptyStore implements IdempotencyStore {
        @Override
        public Optional<Answer> find(Key key) {
            return Optional.empty();
        }

        @Override
        public void insert(Key key, Answer answer, Instant at) {}

        @Override
        public int deleteBefore(Instant time) {
            return 0;
        }
    }
}
