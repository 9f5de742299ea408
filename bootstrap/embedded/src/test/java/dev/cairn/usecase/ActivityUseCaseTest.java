package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cairn.application.project.ProjectFields;
import dev.cairn.application.project.ProjectSettingsFields;
import dev.cairn.application.queue.ItemFields;
import dev.cairn.application.queue.QueueFields;
import dev.cairn.application.ticket.CommentText;
import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.application.ticket.TaskFields;
import dev.cairn.application.ticket.TicketFields;
import dev.cairn.domain.activity.Activity;
import dev.cairn.domain.activity.ActivityFilter;
import dev.cairn.domain.activity.ActivityLog;
import dev.cairn.domain.activity.Difference;
import dev.cairn.domain.activity.Retention;
import dev.cairn.domain.error.Denied;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Change;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.user.Caller;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The log shows what every update changed, and can be read by project, actor and subject (R8). */
class ActivityUseCaseTest extends UseCaseTest {
    private static final ActivityFilter ANY = new ActivityFilter(null, null, null, List.of());
    private static final Set<String> UPDATES = Set.of(
            "updated",
            "collected",
            "validated",
            "status_changed",
            "archived",
            "unarchived",
            "paused",
            "resumed",
            "reordered");

    @Test
    void anUpdateOfATicketShowsOnlyTheFieldsThatChanged() {
        updateTicket();
    }

    private void updateTicket() {
        var ticket = ticket("Old title");
        services.tickets()
                .update(owner, ref(ticket), Expected.ANY, TicketFields.none().withTitle("New title"));
        shows(id(ticket), "{\"title\":\"Old title\"}", "{\"title\":\"New title\"}");
    }

    @Test
    void aChangeOfStatusShowsTheTimesThatFollowFromIt() {
        var ticket = ticket("One");
        move(ticket, TicketStatus.IN_PROGRESS);
        shows(
                id(ticket),
                "{\"status\":\"open\",\"startedAt\":null}",
                "{\"status\":\"in_progress\",\"startedAt\":\"2026-03-01T12:00:00.000Z\"}");
    }

    @Test
    void anUpdateThatChangesNothingShowsNothing() {
        var ticket = ticket("One");
        services.tickets().update(owner, ref(ticket), Expected.ANY, TicketFields.none());
        shows(id(ticket), "{}", "{}");
    }

    @Test
    void aTaskACommentAQueueAndAnItemShowTheirs() {
        updateTaskCommentQueueAndItem();
    }

    private void updateTaskCommentQueueAndItem() {
        var ticket = ticket("One", "first", "second");
        var first = ticket.tasks().getFirst();
        services.tasks().update(owner, first.id(), TaskFields.of("changed"));
        shows(first.id(), "{\"content\":\"first\"}", "{\"content\":\"changed\"}");
        var comment = services.comments().add(owner, ref(ticket), new CommentText("hello"));
        services.comments().edit(owner, comment.id(), new CommentText("bye"));
        shows(comment.id(), "{\"content\":\"hello\"}", "{\"content\":\"bye\"}");
        var queue = queue("q");
        services.queues().update(owner, queue.id(), Expected.ANY, QueueFields.named("r"));
        shows(queue.id(), "{\"name\":\"q\"}", "{\"name\":\"r\"}");
        services.queues().pause(owner, queue.id(), Expected.ANY);
        shows(queue.id(), "{\"active\":true}", "{\"active\":false}");
        var item = enqueue(queue, ticket).item();
        services.items()
                .update(owner, item.id(), new ItemFields(Change.to(Priority.URGENT), Change.keep(), Change.keep()));
        shows(item.id(), "{\"priority\":\"normal\"}", "{\"priority\":\"urgent\"}");
    }

    @Test
    void aNewOrderShowsTheOldOne() {
        var ticket = ticket("One", "a", "b");
        var a = ticket.tasks().getFirst().id();
        var b = ticket.tasks().getLast().id();
        services.tasks().reorder(owner, ref(ticket), List.of(b, a));
        shows(id(ticket), "{\"tasks\":[\"%s\",\"%s\"]}".formatted(a, b), "{\"tasks\":[\"%s\",\"%s\"]}".formatted(b, a));
    }

    @Test
    void aProjectAndItsSettingsShowTheirs() {
        updateProjectAndSettings();
    }

    private void updateProjectAndSettings() {
        services.projects().update(owner, CRN, Expected.ANY, ProjectFields.named("Renamed"));
        shows(project.id(), "{\"name\":\"Cairn\"}", "{\"name\":\"Renamed\"}");
        services.projects().changeSettings(owner, CRN, new ProjectSettingsFields(Change.to(false)));
        shows(project.id(), "{\"autoCompleteTickets\":true}", "{\"autoCompleteTickets\":false}");
        services.projects().archive(owner, CRN, Expected.ANY);
        shows(project.id(), "{\"archivedAt\":null}", "{\"archivedAt\":\"2026-03-01T12:00:00.000Z\"}");
    }

    @Test
    void longTextsAreCut() {
        var ticket = ticket("One");
        String text = "x".repeat(Difference.TEXT_MAX + 1);
        services.tasks().create(owner, ref(ticket), TaskFields.of("t"));
        var task = services.tasks().create(owner, ref(ticket), TaskFields.of(text));
        services.tasks().update(owner, task.id(), TaskFields.of("short"));
        shows(task.id(), "{\"content\":\"%s…\"}".formatted("x".repeat(Difference.TEXT_MAX)), "{\"content\":\"short\"}");
    }

    @Test
    void everyUpdateHasABeforeAndAnAfterAndNothingElseHas() {
        updateTaskCommentQueueAndItem();
        updateProjectAndSettings();
        List<Activity> all = log(new ActivityFilter(null, null, null, List.of()));
        assertThat(all).allSatisfy(entry -> {
            boolean update =
                    UPDATES.contains(entry.type().substring(entry.type().indexOf('.') + 1));
            assertThat(entry.before() != null).as(entry.type()).isEqualTo(update);
            assertThat(entry.after() != null).as(entry.type()).isEqualTo(update);
        });
    }

    @Test
    void theLogIsReadByProjectActorAndSubject() {
        var ticket = ticket("One");
        assertThat(log(new ActivityFilter(project.id(), null, null, List.of()))).hasSize(2);
        assertThat(log(new ActivityFilter(null, owner.userId(), null, List.of())))
                .hasSize(2);
        assertThat(log(new ActivityFilter(null, null, id(ticket), List.of()))).hasSize(1);
        assertThat(log(new ActivityFilter(new Id<Project>(7), null, null, List.of())))
                .isEmpty();
    }

    @Test
    void ofAPurgedProjectTheLogKeepsNoContents() {
        updateTicket();
        services.projects().purge(owner, CRN, Expected.ANY);
        assertThat(log(new ActivityFilter(null, null, null, List.of())))
                .hasSizeGreaterThan(2)
                .allMatch(entry -> entry.before() == null && entry.after() == null);
    }

    @Test
    void theLogIsKeptForEverUnlessItsRetentionSaysOtherwise() {
        clock.advance(Duration.ofDays(Retention.DAYS_MAX));
        assertThat(services.retention().get(owner)).isEqualTo(Retention.FOR_EVER);
        assertThat(services.retention().apply(owner)).isZero();
        assertThat(log(ANY)).hasSize(1);
    }

    @Test
    void theRetentionRemovesWhatIsOlderSliceBySlice() {
        for (int i = 0; i < 3; i++) {
            var drafts = Collections.nCopies(Limits.BULK_MAX, CreateTicket.titled("Old"));
            services.tickets().createAll(owner, CRN, drafts);
        }
        clock.advance(Duration.ofDays(30).plusMillis(1));
        ticket("New");
        services.retention().change(owner, new Retention(30));
        assertThat(services.retention().apply(owner)).isEqualTo(1 + 3 * Limits.BULK_MAX);
        assertThat(log(ANY)).extracting(Activity::type).containsExactly("setting.updated", "ticket.created");
        assertThat(services.retention().apply(owner)).isZero();
        services.retention().change(owner, Retention.FOR_EVER);
        clock.advance(Duration.ofDays(31));
        assertThat(services.retention().apply(owner)).isZero();
    }

    @Test
    void anEntryExactlyAsOldAsTheRetentionStays() {
        services.retention().change(owner, new Retention(1));
        clock.advance(Duration.ofDays(1));
        assertThat(services.retention().apply(owner)).isZero();
        clock.advance(Duration.ofMillis(1));
        assertThat(services.retention().apply(owner)).isEqualTo(1);
    }

    @Test
    void numbersAreNeverGivenOutAgain() {
        services.retention().change(owner, new Retention(1));
        long newest = log(ANY).getFirst().seq();
        clock.advance(Duration.ofDays(2));
        services.retention().apply(owner);
        assertThat(log(ANY)).extracting(Activity::seq).containsExactly(newest);
        ticket("Next");
        assertThat(log(ANY).getFirst().seq()).isEqualTo(newest + 1);
    }

    private void shows(Id<?> subject, String before, String after) {
        Activity newest =
                log(new ActivityFilter(null, null, subject, List.of())).getFirst();
        assertThat(text(newest.before())).isEqualTo(before);
        assertThat(text(newest.after())).isEqualTo(after);
    }

    private static @Nullable String text(@Nullable Json json) {
        return json == null ? null : json.text();
    }

    private List<Activity> log(ActivityFilter filter) {
        return services.activity()
                .list(owner, filter, PageRequest.first(ActivityLog.NEWEST_FIRST))
                .items();
    }

    @Test
    void onlyAnAdminSaysHowLongTheLogIsKept() {
        Caller member = human("Eve");
        assertThatExceptionOfType(Denied.class)
                .isThrownBy(() -> services.retention().change(member, new Retention(1)))
                .withMessageContaining("Only an admin");
        assertThat(services.retention().get(owner)).isEqualTo(Retention.FOR_EVER);
        assertRefused(ErrorCode.SCOPE_REQUIRED, () -> services.retention().get(Caller.anonymous()));
    }
}
