package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.ticket.SaveTicket;
import dev.cairn.application.ticket.TaskDraft;
import dev.cairn.application.ticket.TicketSaving.SavedTask;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Edit;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.ticket.CommentRepository;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketWithTasks;
import dev.cairn.domain.user.Caller;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an agent says of a ticket in one call is saved in one transaction (R8). */
class SavingUseCaseTest extends UseCaseTest {
    private static final TicketRef FIRST = TicketRef.parse("CRN-1");

    private static SaveTicket saying(
            @Nullable TicketRef ticket,
            @Nullable String title,
            List<TicketRef> blockers,
            @Nullable String comment,
            @Nullable TicketStatus status) {
        return new SaveTicket(
                ticket,
                CRN,
                Expected.ANY,
                title,
                draft -> draft,
                List.of(TaskDraft.of("step")),
                blockers,
                comment,
                status,
                false);
    }

    private int comments() {
        return services.comments()
                .list(owner, FIRST, PageRequest.first(CommentRepository.THREAD_ORDER))
                .items()
                .size();
    }

    @Test
    void aNewTicketComesWithItsTasksBlockersCommentAndStatus() {
        services.saving().save(owner, saying(null, "before", List.of(), null, null));
        TicketWithTasks made =
                services.saving().save(owner, saying(null, "after", List.of(FIRST), "words", TicketStatus.BLOCKED));
        assertThat(made.tasks()).hasSize(1);
        assertThat(made.ticket().status()).isEqualTo(TicketStatus.BLOCKED);
        assertThat(services.links().list(owner, FIRST))
                .singleElement()
                .satisfies(link -> assertThat(link.kind()).isEqualTo(LinkKind.BLOCKS));
        assertRefused(
                ErrorCode.REQUIRED, () -> services.saving().save(owner, saying(null, null, List.of(), null, null)));
    }

    /** Whatever is refused at the end takes back what came before it. */
    @Test
    void whatIsRefusedLeavesNothing() {
        services.saving().save(owner, saying(null, "one", List.of(), null, null));
        assertRefused(ErrorCode.TASKS_OPEN, () -> {
            services.saving().save(owner, saying(FIRST, null, List.of(), null, TicketStatus.IN_PROGRESS));
            services.saving().save(owner, saying(FIRST, null, List.of(), "words", TicketStatus.COMPLETED));
        });
        assertThat(comments()).isZero();
        assertThat(services.tickets().get(owner, FIRST).tasks()).hasSize(2);
        assertRefused(
                ErrorCode.LINK_CYCLE,
                () -> services.saving().save(owner, saying(FIRST, null, List.of(FIRST), "words", null)));
        assertThat(comments()).isZero();
    }

    @Test
    void tasksAreSavedTogetherOrNotAtAll() {
        TicketWithTasks made = services.saving().save(owner, saying(null, "one", List.of(), null, null));
        services.saving().save(owner, saying(null, "two", List.of(), null, null));
        var own = made.tasks().getFirst().id();
        var theirs = services.tasks()
                .list(owner, TicketRef.parse("CRN-2"))
                .getFirst()
                .id();
        Edit<TaskDraft> done = draft -> new TaskDraft(draft.content(), TaskStatus.IN_PROGRESS);
        SavedTask added = new SavedTask(null, "more", draft -> draft);
        assertRefused(
                ErrorCode.INVALID,
                () -> services.saving().saveTasks(owner, FIRST, List.of(added, new SavedTask(theirs, null, done))));
        assertThat(services.tasks().list(owner, FIRST)).hasSize(1);
        TicketWithTasks saved =
                services.saving().saveTasks(owner, FIRST, List.of(new SavedTask(own, null, done), added));
        assertThat(saved.tasks())
                .extracting(task -> task.status())
                .containsExactly(TaskStatus.IN_PROGRESS, TaskStatus.PENDING);
        assertRefused(
                ErrorCode.TOO_MANY, () -> services.saving().saveTasks(owner, FIRST, Collections.nCopies(101, added)));
    }

    @Test
    void whoOnlyReadsSavesNothing() {
        services.saving().save(owner, saying(null, "one", List.of(), null, null));
        Caller viewer = member("viewer", Role.VIEWER);
        assertRefused(
                ErrorCode.ROLE_REQUIRED,
                () -> services.saving().save(viewer, saying(FIRST, null, List.of(), "words", null)));
        Caller stranger = human("stranger");
        assertRefused(
                ErrorCode.NOT_FOUND,
                () -> services.saving()
                        .saveTasks(stranger, FIRST, List.of(new SavedTask(null, "more", draft -> draft))));
    }
}
