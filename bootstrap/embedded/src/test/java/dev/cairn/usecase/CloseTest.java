package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.cairn.Cairn;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.project.ProjectService;
import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.application.ticket.TicketService;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.user.Caller;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever closes the library finds nothing of it afterwards, and everything that was acknowledged. */
class CloseTest {
    private static final ProjectRef CRN = ProjectRef.parse("CRN");
    /** Of each kind of thread. */
    private static final int WRITERS = 4;
    /** Each writer is at work when the file is closed. */
    private static final int WRITES_LEAST = 5;

    @TempDir
    Path folder;

    private final Queue<Id<Ticket>> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> refused = new ConcurrentLinkedQueue<>();

    @RepeatedTest(5)
    void whoeverWritesWhileItClosesIsEitherAcknowledgedOrToldThatItIsClosed() throws InterruptedException {
        Path file = folder.resolve("cairn.db");
        List<Thread> writers = new ArrayList<>();
        try (Cairn cairn = Cairn.open(file)) {
            cairn.projects().create(cairn.owner(), CreateProject.of("CRN", "Cairn"));
            CountDownLatch busy = new CountDownLatch(2 * WRITERS);
            Caller owner = cairn.owner();
            TicketService tickets = cairn.tickets();
            for (int i = 0; i < WRITERS; i++) {
                writers.add(Thread.ofPlatform().start(() -> write(tickets, owner, busy)));
                writers.add(Thread.ofVirtual().start(() -> write(cairn.tickets(), owner, busy)));
            }
            busy.await();
        }
        int stored = acknowledged.size();
        for (Thread writer : writers) {
            writer.join();
        }
        assertThat(refused)
                .hasSize(2 * WRITERS)
                .allSatisfy(failure -> assertThat(failure)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("This Cairn is closed"));
        try (Cairn again = Cairn.open(file)) {
            assertThat(acknowledged)
                    .allSatisfy(id -> assertThat(again.tickets()
                                    .get(again.owner(), TicketRef.of(id))
                                    .ticket())
                            .isNotNull());
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(stored);
        }
    }

    private void write(TicketService tickets, Caller owner, CountDownLatch busy) {
        try {
            for (int i = 1; ; i++) {
                acknowledged.add(tickets.create(owner, CRN, CreateTicket.titled("T"))
                        .ticket()
                        .id());
                if (i == WRITES_LEAST) {
                    busy.countDown();
                }
            }
        } catch (RuntimeException | Error e) {
            refused.add(e);
        }
    }

    @Test
    void aServiceThatIsClosedSaysSoAndClosingAgainIsNothing() {
        Cairn cairn = Cairn.temporary();
        Caller owner = cairn.owner();
        ProjectService projects = cairn.projects();
        projects.create(owner, CreateProject.of("CRN", "Cairn"));
        cairn.close();
        cairn.close();
        assertThatIllegalStateException().isThrownBy(cairn::projects).withMessage("This Cairn is closed");
        assertThatIllegalStateException()
                .isThrownBy(() -> projects.get(owner, CRN))
                .withMessage("This Cairn is closed");
        assertThatIllegalStateException()
                .isThrownBy(() -> projects.create(owner, CreateProject.of("NEW", "New")))
                .withMessage("This Cairn is closed");
    }
}
