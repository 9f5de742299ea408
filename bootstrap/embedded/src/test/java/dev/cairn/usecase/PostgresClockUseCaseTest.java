package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.queue.ClaimResult.Claimed;
import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.application.work.SteadyClock;
import dev.cairn.application.work.Timekeeping;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.ticket.TicketContent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same rules on PostgreSQL, where several servers have one database. */
@Tag("postgres")
class PostgresClockUseCaseTest extends ClockUseCaseTest {
    @Override
    DatabaseOptions database() {
        return FreshPostgres.database();
    }

    /** Both see the same clock leap. */
    @Test
    void twoServersExtendALeaseNoFurtherThanItsWholeLength() {
        try (Cairn other = Cairn.open(CairnOptions.of(database).withClock(time()))) {
            Queue queue = queue("q");
            enqueue(queue, ticket("held"));
            Claimed held = claim(queue);
            run(Duration.ofMinutes(10));
            clock.advance(Duration.ofHours(8));
            for (Cairn server : List.of(cairn, other, cairn)) {
                server.get(Timekeeping.class).keep();
            }
            assertThat(cairn.claims().get(owner, held.claim().id()).leaseUntil())
                    .isBetween(
                            clock.instant().plus(Duration.ofMinutes(5)),
                            clock.instant().plus(Duration.ofMinutes(15)));
        }
    }

    /** A server whose machine has the wrong time would otherwise take over what others have just handed out. */
    @Test
    void serversOnOneDatabaseHaveOneTime() {
        List<Instant> made = List.of(
                        Clock.offset(Clock.systemUTC(), Duration.ofHours(1)),
                        Clock.offset(Clock.systemUTC(), Duration.ofHours(-1)),
                        Clock.systemUTC())
                .stream()
                .map(wall -> SteadyClock.ofMachine(wall, System::nanoTime))
                .map(this::madeByAServerWith)
                .toList();
        assertThat(made).isSorted();
        assertThat(Duration.between(made.getFirst(), made.getLast())).isLessThan(Duration.ofMinutes(5));
    }

    private Instant madeByAServerWith(Clock itsClock) {
        DatabaseOptions fresh = FreshPostgres.database();
        try (Cairn server = Cairn.open(CairnOptions.of(fresh).withClock(itsClock))) {
            server.projects().create(server.owner(), CreateProject.of("CRN", "Cairn"));
            return server.tickets()
                    .create(server.owner(), CRN, new CreateTicket(TicketContent.titled("now"), List.of()))
                    .ticket()
                    .lifecycle()
                    .createdAt();
        }
    }
}
