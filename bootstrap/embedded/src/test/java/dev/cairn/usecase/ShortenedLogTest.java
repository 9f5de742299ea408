package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.event.EventRequest;
import dev.cairn.application.event.Polled;
import dev.cairn.application.event.Signal.Reason;
import dev.cairn.domain.activity.Event;
import dev.cairn.sqlite.SqliteDataSource;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** E8: the log becomes shorter while somebody follows it. */
class ShortenedLogTest extends UseCaseTest {
    /** Whatever the moment within the poll: after each of its transactions. */
    @Test
    void aPollDuringWhichTheLogIsShortenedMissesNothingWithoutAWord() {
        cairn.settings().changeSystem(owner, settings -> settings.withActivityRetentionDays(1));
        int moments = 0;
        boolean reached = true;
        while (reached) {
            ticket("Read");
            long seen = newest();
            ticket("Missed");
            clock.advance(Duration.ofDays(2));
            ticket("Newest");
            AtomicInteger left = new AtomicInteger(++moments);
            source().log().observe(sql -> {
                if (sql.equals("COMMIT") && left.decrementAndGet() == 0) {
                    source().log().observe(_ -> {});
                    CompletableFuture.supplyAsync(() -> services.retention().apply(owner))
                            .join();
                }
            });
            Polled polled = cairn.events().poll(owner, EventRequest.NOW.after(seen), Duration.ZERO);
            source().log().observe(_ -> {});
            reached = left.get() <= 0;
            if (polled.resync() == null) {
                assertThat(polled.items()).extracting(Event::seq).containsExactly(seen + 1, seen + 2);
            } else {
                assertThat(polled.resync()).isEqualTo(Reason.TOO_OLD);
            }
            assertThat(polled.after()).isEqualTo(newest());
        }
        assertThat(moments).isGreaterThan(2);
    }

    private long newest() {
        return cairn.events().poll(owner, EventRequest.NOW, Duration.ZERO).after();
    }

    private SqliteDataSource source() {
        return (SqliteDataSource) DelegatingDataSource.unwrapDataSource(cairn.get(DataSource.class));
    }
}
