package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.project.CreateProject;
import dev.cairn.application.ticket.CommentText;
import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.application.ticket.TaskDraft;
import dev.cairn.application.ticket.TicketDraft;
import dev.cairn.application.user.OwnedProjects;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Edit;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.ticket.Comment;
import dev.cairn.domain.ticket.CommentRepository;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketFilter;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketSummary;
import dev.cairn.domain.ticket.TicketWithTasks;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.User;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TicketUseCaseTest extends UseCaseTest {
    @Test
    void aTicketIsReadBackAsItWasWritten() {
        TicketContent fields = TicketContent.titled("  Größe 𝒳 'quoted' %_ ")
                .withType(dev.cairn.domain.ticket.TicketType.BUG)
                .withOverview("# Words")
                .withPriority(Priority.URGENT)
                .withAssigneeId(owner.userId())
                .withLabels(List.of("a", "b"))
                .withAcceptanceCriteria(List.of("works"))
                .withSuggestedFileIds(List.of(new Id<String>(7)))
                .withEstimatedMinutes(30)
                .withDueAt(Instant.parse("2026-05-01T00:00:00Z"))
                .withPosition(5L)
                .withMetadata(new Json("{\"x\":[1,null]}"));
        var created = services.tickets()
                .create(owner, CRN, new CreateTicket(fields, List.of(TaskDraft.of("first"), TaskDraft.of("second"))));
        var read = services.tickets().get(owner, TicketRef.parse("CRN-1"));
        assertThat(read).isEqualTo(created);
        assertThat(read.ticket().content().title()).isEqualTo("Größe 𝒳 'quoted' %_");
        assertThat(read.tasks()).extracting(Task::orderIndex).containsExactly(0, 1);
    }

    /** R12 */
    @Test
    void aBatchIsAllOrNothingAndKeepsTheOrder() {
        List<CreateTicket> commands = new ArrayList<>();
        for (int i = 1; i <= 1_000; i++) {
            commands.add(CreateTicket.titled("Ticket " + i));
        }
        var created = services.tickets().createAll(owner, CRN, commands);
        assertThat(created)
                .extracting(t -> t.ticket().number())
                .startsWith(1, 2, 3)
                .endsWith(1_000)
                .hasSize(1_000);
        commands.add(CreateTicket.titled("too many"));
        assertRefused(ErrorCode.TOO_MANY, () -> services.tickets().createAll(owner, CRN, commands));
        TaskDraft waiting = TaskDraft.of("t").edit(task -> task.withDependsOn(List.of(new Id<>(1))));
        var bad = List.of(CreateTicket.titled("fine"), new CreateTicket(TicketContent.titled("not"), List.of(waiting)));
        assertThatThrownBy(() -> services.tickets().createAll(owner, CRN, bad))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.violations().getFirst().field()).isEqualTo("items/1/tasks/0/dependsOn"));
        assertThat(ticket("next").ticket().number()).isEqualTo(1_001);
    }

    /** R6: for whoever is no member, the ticket does not exist. */
    @Test
    void workIsGivenToActiveMembersOnlyAndARefusalStoresNothing() {
        Caller ada = member("Ada", Role.VIEWER);
        Caller gone = member("Gone", Role.EDITOR);
        services.users().deactivate(owner, gone.userId(), Expected.ANY, OwnedProjects.REFUSE);
        var task = TaskDraft.of("a").edit(content -> content.withAssigneeId(ada.userId()));
        var ticket = services.tickets()
                .create(
                        owner,
                        CRN,
                        new CreateTicket(TicketContent.titled("mine").withAssigneeId(ada.userId()), List.of(task)));
        assertThat(ticket.ticket().content().assigneeId()).isEqualTo(ada.userId());
        for (Id<User> nobody : List.of(human("Eve").userId(), gone.userId(), new Id<User>(99))) {
            var bad = new CreateTicket(TicketContent.titled("x").withAssigneeId(nobody), List.of());
            var badTask = new CreateTicket(
                    TicketContent.titled("x"),
                    List.of(task, TaskDraft.of("b").edit(content -> content.withAssigneeId(nobody))));
            assertNobody("assigneeId", () -> services.tickets().create(owner, CRN, bad));
            assertNobody("tasks/1/assigneeId", () -> services.tickets().create(owner, CRN, badTask));
            assertNobody(
                    "items/1/tasks/1/assigneeId",
                    () -> services.tickets().createAll(owner, CRN, List.of(CreateTicket.titled("y"), badTask)));
            assertNobody(
                    "assigneeId", () -> services.tickets().update(owner, ref(ticket), Expected.ANY, assignee(nobody)));
            assertNobody(
                    "assigneeId",
                    () -> services.tasks()
                            .create(
                                    owner,
                                    ref(ticket),
                                    TaskDraft.of("b").edit(content -> content.withAssigneeId(nobody))));
            var first = ticket.tasks().getFirst().id();
            assertNobody(
                    "assigneeId",
                    () -> services.tasks()
                            .update(owner, first, step -> step.edit(content -> content.withAssigneeId(nobody))));
        }
        assertThat(list(TicketFilter.of(project.id()))).hasSize(1);
        assertThat(read(ticket)).isEqualTo(ticket);
    }

    private static void assertNobody(String field, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Invalid.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.UNKNOWN_VALUE);
            assertThat(e.violations().getFirst().field()).isEqualTo(field);
        });
    }

    @Test
    void whoLeftTheProjectKeepsItsWorkUntilSomebodyElseIsNamed() {
        Caller ada = member("Ada", Role.EDITOR);
        var ticket = services.tickets()
                .create(
                        owner,
                        CRN,
                        new CreateTicket(TicketContent.titled("mine").withAssigneeId(ada.userId()), List.of()));
        services.members().remove(owner, CRN, ada.userId());
        var renamed = services.tickets()
                .update(
                        owner,
                        ref(ticket),
                        Expected.ANY,
                        content -> content.withAssigneeId(ada.userId()).withTitle("still"));
        assertThat(renamed.ticket().content().assigneeId()).isEqualTo(ada.userId());
    }

    /** R29 */
    @Test
    void completingWithOpenTasksIsAConflictThatCountsThem() {
        var ticket = ticket("One", "a", "b");
        move(ticket, TicketStatus.IN_PROGRESS);
        assertThatThrownBy(() -> move(ticket, TicketStatus.COMPLETED)).isInstanceOfSatisfying(Conflict.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.TASKS_OPEN);
            assertThat(e.details()).containsEntry("openTasks", 2);
        });
        var done = services.tickets().changeStatus(owner, ref(ticket), Expected.ANY, TicketStatus.COMPLETED, true);
        assertThat(done.ticket().status()).isEqualTo(TicketStatus.COMPLETED);
        assertThat(read(ticket).tasks()).extracting(Task::status).containsOnly(TaskStatus.COMPLETED);
    }

    /** R29 */
    @Test
    void aTicketCompletesWithItsLastOpenTask() {
        var ticket = ticket("One", "a", "b");
        finish(ticket.tasks().get(0));
        assertThat(statusOf(ticket)).isEqualTo(TicketStatus.OPEN);
        services.tasks().update(owner, ticket.tasks().get(1).id(), task -> task.withStatus(TaskStatus.CANCELLED));
        assertThat(statusOf(ticket)).isEqualTo(TicketStatus.OPEN);
        services.tasks().update(owner, ticket.tasks().get(1).id(), task -> task.withStatus(TaskStatus.PENDING));
        finish(ticket.tasks().get(1));
        assertThat(statusOf(ticket)).isEqualTo(TicketStatus.COMPLETED);
    }

    /** R29 */
    @Test
    void itDoesNotWhenTheProjectSaysSo() {
        cairn.settings().changeOfProject(owner, CRN, settings -> settings.withAutoCompleteTickets(false));
        var ticket = ticket("One", "a");
        finish(ticket.tasks().getFirst());
        assertThat(statusOf(ticket)).isEqualTo(TicketStatus.OPEN);
    }

    /** R32 */
    @Test
    void changesBelowATicketRaiseItsVersion() {
        var ticket = ticket("One", "a");
        var other = ticket("Two");
        services.tasks().create(owner, ref(ticket), TaskDraft.of("b"));
        services.comments().add(owner, ref(ticket), new CommentText("c"));
        services.links().put(owner, ref(ticket), LinkKind.RELATES_TO, ref(other));
        assertThat(read(ticket).ticket().lifecycle().version()).isEqualTo(3);
        assertThat(read(other).ticket().lifecycle().version()).isEqualTo(1);
        assertThat(read(ticket).ticket().lifecycle().updatedAt())
                .isAfter(ticket.ticket().lifecycle().updatedAt());
    }

    /** R31 */
    @Test
    void tasksStayDenseThroughReorderAndDelete() {
        var ticket = ticket("One", "a", "b", "c");
        List<Id<Task>> ids =
                new ArrayList<>(ticket.tasks().stream().map(Task::id).toList());
        Collections.reverse(ids);
        services.tasks().reorder(owner, ref(ticket), ids);
        assertThat(contents(ticket)).containsExactly("c", "b", "a");
        services.tasks().delete(owner, ids.get(1));
        assertThat(contents(ticket)).containsExactly("c", "a");
        assertThat(read(ticket).tasks()).extracting(Task::orderIndex).containsExactly(0, 1);
        assertRefused(ErrorCode.ORDER_INCOMPLETE, () -> services.tasks().reorder(owner, ref(ticket), ids));
        assertRefused(
                ErrorCode.ORDER_INCOMPLETE,
                () -> services.tasks().reorder(owner, ref(ticket), List.of(ids.get(0), ids.get(0))));
        assertRefused(ErrorCode.NOT_FOUND, () -> finish(ticket.tasks().get(1)));
    }

    /** R30 */
    @Test
    void taskDependenciesStayWithinTheTicketAndAcyclic() {
        var ticket = ticket("One", "a", "b");
        var other = ticket("Two", "x");
        Id<Task> a = ticket.tasks().get(0).id();
        Id<Task> b = ticket.tasks().get(1).id();
        services.tasks().update(owner, b, dependsOn(a));
        assertThat(read(ticket).tasks().get(1).content().dependsOn()).containsExactly(a);
        assertRefused(ErrorCode.DEPENDENCY_CYCLE, () -> services.tasks().update(owner, a, dependsOn(b)));
        assertRefused(ErrorCode.DEPENDENCY_CYCLE, () -> services.tasks().update(owner, a, dependsOn(a)));
        assertRefused(
                ErrorCode.UNKNOWN_VALUE,
                () -> services.tasks()
                        .update(owner, a, dependsOn(other.tasks().getFirst().id())));
    }

    /** R30 */
    @Test
    void blocksLinksAreAcyclicAlsoThroughOthersAndWithinOneProject() {
        var a = ticket("A");
        var b = ticket("B");
        var c = ticket("C");
        block(a, b);
        block(b, c);
        assertRefused(ErrorCode.LINK_CYCLE, () -> block(c, a));
        assertRefused(ErrorCode.LINK_CYCLE, () -> block(a, a));
        services.links().put(owner, ref(c), LinkKind.RELATES_TO, ref(a));
        services.projects().create(owner, CreateProject.of("OTH", "Other"));
        var foreign = services.tickets().create(owner, ProjectRef.parse("OTH"), CreateTicket.titled("F"));
        assertRefused(ErrorCode.OTHER_PROJECT, () -> block(a, foreign));
        long version = read(a).ticket().lifecycle().version();
        block(a, b);
        assertThat(read(a).ticket().lifecycle().version()).isEqualTo(version);
        services.links().delete(owner, ref(a), LinkKind.BLOCKS, ref(b));
        assertRefused(ErrorCode.NOT_FOUND, () -> services.links().delete(owner, ref(a), LinkKind.BLOCKS, ref(b)));
    }

    @Test
    void parentsStayInTheProjectAndAcyclic() {
        var a = ticket("A");
        var b = ticket("B");
        services.tickets().update(owner, ref(b), Expected.ANY, parent(a));
        assertRefused(ErrorCode.PARENT_CYCLE, () -> services.tickets().update(owner, ref(a), Expected.ANY, parent(b)));
        assertRefused(ErrorCode.PARENT_CYCLE, () -> services.tickets().update(owner, ref(a), Expected.ANY, parent(a)));
        var c = services.tickets()
                .create(
                        owner,
                        CRN,
                        new CreateTicket(TicketDraft.titled("C").withParentId(TicketRef.parse("CRN-2")), List.of()));
        assertThat(c.ticket().content().parentId()).isEqualTo(id(b));
        services.tickets().redraft(owner, ref(c), Expected.ANY, parent(TicketRef.parse("CRN-1")));
        assertThat(read(c).ticket().content().parentId()).isEqualTo(id(a));
        services.projects().create(owner, CreateProject.of("OTH", "Other"));
        var foreign = services.tickets().create(owner, ProjectRef.parse("OTH"), CreateTicket.titled("F"));
        assertRefused(
                ErrorCode.OTHER_PROJECT, () -> services.tickets().update(owner, ref(a), Expected.ANY, parent(foreign)));
        services.tickets().purge(owner, ref(a), Expected.ANY);
        assertThat(read(b).ticket().content().parentId()).isNull();
    }

    /** R30, Q15 */
    @Test
    void readyMeansOpenUnblockedAndUnclaimedInClaimOrder() {
        var low = prioritised("low", Priority.LOW);
        var blocker = prioritised("blocker", Priority.NORMAL);
        var urgent = prioritised("urgent", Priority.URGENT);
        var waiting = prioritised("waiting", Priority.URGENT);
        var held = prioritised("held", Priority.URGENT);
        block(blocker, waiting);
        var queue = queue("q");
        enqueue(queue, held);
        claim(queue);
        assertThat(ready()).containsExactly("urgent", "blocker", "low");
        var all = services.ready().list(owner, CRN, true, 50, null).items();
        assertThat(all)
                .filteredOn(t -> !t.ready())
                .extracting(
                        t -> t.ticket().title(),
                        t -> t.reasons().getFirst().code().name())
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple("waiting", "BLOCKED_BY"),
                        org.assertj.core.api.Assertions.tuple("held", "CLAIMED"));
        move(blocker, TicketStatus.CLOSED);
        assertThat(ready()).containsExactly("urgent", "waiting", "low");
        services.tickets().archive(owner, ref(urgent), Expected.ANY);
        assertThat(ready()).containsExactly("waiting", "low");
        assertThat(statusOf(low)).isEqualTo(TicketStatus.OPEN);
    }

    @Test
    void aDeletedTicketIsGoneUntilItIsRestoredWithItsTasks() {
        var ticket = ticket("One", "a", "b");
        services.tasks().delete(owner, ticket.tasks().getFirst().id());
        var before = read(ticket);
        services.tickets().delete(owner, ref(ticket), Expected.ANY);
        assertRefused(ErrorCode.NOT_FOUND, () -> read(ticket));
        assertThat(list(TicketFilter.of(project.id()))).isEmpty();
        var restored = services.tickets().restore(owner, ref(ticket), Expected.ANY);
        assertThat(restored.tasks()).isEqualTo(before.tasks());
        assertRefused(ErrorCode.NOT_DELETED, () -> services.tickets().restore(owner, ref(ticket), Expected.ANY));
    }

    /** R34 */
    @Test
    void onlyTheAuthorEditsACommentAndTheProjectsOwnerMayDeleteIt() {
        var ticket = ticket("One");
        var comment = services.comments().add(owner, ref(ticket), new CommentText("mine"));
        Caller editor = member("Eve", Role.EDITOR);
        assertRefused(ErrorCode.NOT_AUTHOR, () -> services.comments().edit(editor, comment.id(), new CommentText("x")));
        assertRefused(ErrorCode.NOT_AUTHOR, () -> services.comments().delete(editor, comment.id()));
        var theirs = services.comments().add(editor, ref(ticket), new CommentText("theirs"));
        assertRefused(ErrorCode.NOT_AUTHOR, () -> services.comments().edit(owner, theirs.id(), new CommentText("x")));
        services.comments().delete(owner, theirs.id());
        var edited = services.comments().edit(owner, comment.id(), new CommentText("better"));
        assertThat(edited.editedAt()).isNotNull();
        services.comments().delete(owner, comment.id());
        assertRefused(ErrorCode.NOT_FOUND, () -> services.comments().edit(owner, comment.id(), new CommentText("x")));
    }

    /** R34: what a deleted comment said is nowhere to be read, not even in the log. */
    @Test
    void theLogForgetsWhatADeletedCommentSaid() {
        var ticket = ticket("One");
        var comment = services.comments().add(owner, ref(ticket), new CommentText("A password"));
        services.comments().edit(owner, comment.id(), new CommentText("A better password"));
        assertThat(entries(comment.id())).anyMatch(entry -> entry.toString().contains("password"));
        services.comments().delete(owner, comment.id());
        assertThat(entries(comment.id()))
                .hasSize(3)
                .noneMatch(entry -> entry.toString().contains("password"));
    }

    /** R34 */
    @Test
    void commentsKeepTheirPlaceInTheThread() {
        var ticket = ticket("One");
        List<String> texts = List.of("first", "second", "third");
        var comments = texts.stream()
                .map(text -> {
                    clock.advance(Duration.ofSeconds(1));
                    return services.comments().add(owner, ref(ticket), new CommentText(text));
                })
                .toList();
        services.comments().edit(owner, comments.get(0).id(), new CommentText("FIRST"));
        var page = services.comments().list(owner, ref(ticket), PageRequest.first(CommentRepository.THREAD_ORDER));
        assertThat(page.items()).extracting(c -> c.content()).containsExactly("FIRST", "second", "third");
        services.comments().delete(owner, comments.get(1).id());
        var shown = services.comments().list(owner, ref(ticket), PageRequest.first(CommentRepository.THREAD_ORDER));
        assertThat(shown.items()).extracting(c -> c.content()).containsExactly("FIRST", "", "third");
        assertThat(shown.items()).extracting(Comment::deletedAt).containsExactly(null, clock.instant(), null);
        assertRefused(
                ErrorCode.NOT_FOUND,
                () -> services.comments().get(owner, comments.get(1).id()));
        assertThat(services.comments().get(owner, comments.get(2).id())).isEqualTo(comments.get(2));
    }

    @Test
    void listsPageThroughEverythingExactlyOnce() {
        for (int i = 0; i < 25; i++) {
            prioritised("t" + i, Priority.ofRank(i % 4));
        }
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            var page = services.tickets()
                    .list(
                            owner,
                            CRN,
                            TicketFilter.ANY,
                            new PageRequest(4, cursor, Sort.by(Sort.desc("priority")), false));
            page.items().forEach(t -> seen.add(t.title()));
            cursor = page.nextCursor();
        } while (cursor != null);
        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void everyChangeIsInTheActivityLogInOrder() {
        var ticket = ticket("One");
        move(ticket, TicketStatus.IN_PROGRESS);
        var filter = new dev.cairn.domain.activity.ActivityFilter(null, null, id(ticket), List.of());
        var entries = services.activity()
                .list(owner, null, filter, PageRequest.first(Sort.by(Sort.asc("seq"))))
                .items();
        assertThat(entries).extracting(a -> a.type()).containsExactly("ticket.created", "ticket.status_changed");
        assertThat(entries).extracting(a -> a.version()).containsExactly(0L, 1L);
        assertThat(entries.get(1).seq()).isGreaterThan(entries.get(0).seq());
    }

    private List<String> contents(TicketWithTasks ticket) {
        return read(ticket).tasks().stream().map(t -> t.content().content()).toList();
    }

    private List<String> ready() {
        return services.ready().list(owner, CRN, false, 50, null).items().stream()
                .map(t -> t.ticket().title())
                .toList();
    }

    private List<TicketSummary> list(TicketFilter filter) {
        return services.tickets()
                .list(owner, CRN, filter, PageRequest.first(Sort.by(Sort.asc("number"))))
                .items();
    }

    private TicketWithTasks prioritised(String title, Priority priority) {
        return services.tickets()
                .create(owner, CRN, new CreateTicket(TicketContent.titled(title).withPriority(priority), List.of()));
    }

    private void block(TicketWithTasks from, TicketWithTasks to) {
        services.links().put(owner, ref(from), LinkKind.BLOCKS, ref(to));
    }

    private void finish(Task task) {
        services.tasks().update(owner, task.id(), draft -> draft.withStatus(TaskStatus.COMPLETED));
    }

    private static Edit<TaskDraft> dependsOn(Id<Task> other) {
        return task -> task.edit(content -> content.withDependsOn(List.of(other)));
    }
}
