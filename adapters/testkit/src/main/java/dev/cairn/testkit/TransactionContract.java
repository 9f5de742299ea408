package dev.cairn.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.port.Transactions;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Transactions roll back as a whole, nest by joining, and tell reading from writing. */
public abstract class TransactionContract extends StoreContract {
    /** R8 */
    @Test
    void aFailureRollsEverythingBack() {
        Project project = project();
        assertThatThrownBy(() -> change(() -> {
                    port(ProjectRepository.class).takeTicketNumbers(project.id(), 5);
                    throw new IllegalArgumentException("on purpose");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(nextNumber(project)).isEqualTo(1);
    }

    @Test
    void anInnerFailureRollsBackAlsoWhenItIsCaughtOutside() {
        Project project = project();
        assertThatThrownBy(() -> change(() -> {
                    port(ProjectRepository.class).takeTicketNumbers(project.id(), 5);
                    try {
                        change(() -> {
                            throw new IllegalArgumentException("inside");
                        });
                    } catch (IllegalArgumentException e) {
                        assertThat(e).hasMessage("inside");
                    }
                }))
                .hasMessage("inside");
        assertThat(nextNumber(project)).isEqualTo(1);
    }

    /** Who keeps what was read while the stamp stays, never keeps what is not so: neither from before a commit nor of what was undone. */
    @Test
    void theStampOutlivesNoWriteWhereThereIsOne() {
        Project project = project();
        OptionalLong before = stamp();
        List<OptionalLong> inside = new ArrayList<>();
        write(() -> inside.add(stamp()));
        OptionalLong committed = stamp();
        assertThatThrownBy(() -> change(() -> {
                    inside.add(stamp());
                    throw new IllegalArgumentException("on purpose");
                }))
                .hasMessage("on purpose");
        OptionalLong undone = stamp();
        assertThat(port(Transactions.class)
                        .read(() -> port(ProjectRepository.class).find(project.id())))
                .isPresent();
        assertThat(stamp()).isEqualTo(undone);
        if (undone.isPresent()) {
            assertThat(committed).isNotIn(before, inside.getFirst());
            assertThat(undone).isNotIn(committed, inside.getLast());
        }
    }

    private OptionalLong stamp() {
        return port(Transactions.class).stamp();
    }

    @Test
    void aNestedCallJoins() {
        Project project = project();
        int number = write(() -> write(() -> port(ProjectRepository.class).takeTicketNumbers(project.id(), 1))
                + write(() -> port(ProjectRepository.class).takeTicketNumbers(project.id(), 1)));
        assertThat(number).isEqualTo(3);
    }

    @Test
    void aWriteInsideAReadIsABug() {
        assertThatThrownBy(() -> port(Transactions.class).read(() -> write(() -> "")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(write(() -> "works again")).isEqualTo("works again");
    }

    @Test
    void aReadSeesOneSnapshot() {
        Project project = project();
        List<Integer> counts = port(Transactions.class).read(() -> {
            List<Integer> seen = new ArrayList<>();
            seen.add(port(TicketRepository.class).findNext(project.id(), 0, 10).size());
            CompletableFuture.runAsync(() -> ticket(project, TicketContent.titled("Meanwhile")))
                    .join();
            seen.add(port(TicketRepository.class).findNext(project.id(), 0, 10).size());
            return seen;
        });
        assertThat(counts).containsExactly(0, 0);
        assertThat(port(TicketRepository.class).findNext(project.id(), 0, 10)).hasSize(1);
    }

    @Test
    void aReadInsideAWriteSeesWhatWasWritten() {
        Project project = project();
        String description = write(() -> {
            int number = port(ProjectRepository.class).takeTicketNumbers(project.id(), 1);
            return port(Transactions.class).read(() -> project.key() + "-" + number);
        });
        assertThat(description).endsWith("-1");
    }

    private int nextNumber(Project project) {
        return write(() -> port(ProjectRepository.class).takeTicketNumbers(project.id(), 1));
    }
}
