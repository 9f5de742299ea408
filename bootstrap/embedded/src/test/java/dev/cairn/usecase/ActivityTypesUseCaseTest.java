package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.artifact.ArtifactFields;
import dev.cairn.application.artifact.CreateArtifact;
import dev.cairn.application.project.ProjectFields;
import dev.cairn.application.queue.ItemFields;
import dev.cairn.application.queue.QueueFields;
import dev.cairn.application.setting.ProjectSettingsFields;
import dev.cairn.application.ticket.CommentText;
import dev.cairn.application.ticket.TaskFields;
import dev.cairn.application.ticket.TicketFields;
import dev.cairn.application.user.OwnedProjects;
import dev.cairn.application.user.PreferencesFields;
import dev.cairn.application.user.UserFields;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.activity.Activity;
import dev.cairn.domain.activity.ActivityFilter;
import dev.cairn.domain.activity.ActivityLog;
import dev.cairn.domain.artifact.ArtifactContent;
import dev.cairn.domain.artifact.ArtifactFormat;
import dev.cairn.domain.artifact.ArtifactStatus;
import dev.cairn.domain.artifact.ArtifactType;
import dev.cairn.domain.collected.Actor;
import dev.cairn.domain.collected.Boundaries;
import dev.cairn.domain.collected.CollectedData;
import dev.cairn.domain.kernel.Change;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.project.ProjectStatus;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.SystemRole;
import dev.cairn.domain.user.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every type of entry that the sources name is listed here, and every update shows what it changed (R8). */
class ActivityTypesUseCaseTest extends UseCaseTest {
    private static final Path SOURCES = Path.of("../../application/src/main/java");
    private static final Pattern TYPE = Pattern.compile("(?<=\")[a-z_]+\\.[a-z_]+(?=\")");

    /** A type that is new here needs its use case in {@link #updateEverything}. */
    private static final Set<String> UPDATES = Set.of(
            "artifact.status_changed",
            "artifact.updated",
            "comment.updated",
            "preferences.updated",
            "project.archived",
            "project.collected",
            "project.member_changed",
            "project.status_changed",
            "project.unarchived",
            "project.updated",
            "project.validated",
            "queue.paused",
            "queue.reordered",
            "queue.resumed",
            "queue.updated",
            "queue_item.updated",
            "settings.updated",
            "task.updated",
            "ticket.archived",
            "ticket.status_changed",
            "ticket.unarchived",
            "ticket.updated",
            "user.deactivated",
            "user.reactivated",
            "user.role_changed",
            "user.updated");

    /** What begins, ends or goes to somebody else says so by its type and data; of a password nothing is said (R11). */
    private static final Set<String> OTHERS = Set.of(
            "account.password_changed",
            "artifact.created",
            "artifact.deleted",
            "artifact.purged",
            "artifact.restored",
            "claim.heartbeat",
            "comment.created",
            "comment.deleted",
            "link.created",
            "link.deleted",
            "project.created",
            "project.deleted",
            "project.imported",
            "project.member_added",
            "project.member_removed",
            "project.purged",
            "project.restored",
            "project.transferred",
            "queue.created",
            "queue.deleted",
            "queue_item.cancelled",
            "queue_item.claimed",
            "queue_item.completed",
            "queue_item.enqueued",
            "queue_item.failed",
            "queue_item.ready",
            "queue_item.retried",
            "session.ended",
            "session.started",
            "task.created",
            "task.deleted",
            "ticket.created",
            "ticket.deleted",
            "ticket.purged",
            "ticket.restored",
            "token.created",
            "token.revoked",
            "user.created",
            "user.logged_out",
            "user.registered");

    @Test
    void everyTypeInTheSourcesIsListed() throws IOException {
        Set<String> listed = new TreeSet<>(UPDATES);
        listed.addAll(OTHERS);
        try (Stream<Path> files = Files.walk(SOURCES)) {
            Set<String> named = new TreeSet<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                TYPE.matcher(Files.readString(file))
                        .results()
                        .map(MatchResult::group)
                        .forEach(named::add);
            }
            assertThat(named).isEqualTo(listed);
        }
    }

    @Test
    void everyUpdateShowsWhatItChangedAndNothingElseHasADifference() {
        updateEverything();
        Set<String> shown = new TreeSet<>();
        for (Activity entry : log()) {
            boolean update = UPDATES.contains(entry.type());
            assertThat(entry.before() != null).as(entry.type()).isEqualTo(update);
            assertThat(entry.after() != null).as(entry.type()).isEqualTo(update);
            if (update && !Json.EMPTY_OBJECT.equals(entry.after())) {
                assertThat(entry.before()).as(entry.type()).isNotEqualTo(entry.after());
                shown.add(entry.type());
            }
        }
        assertThat(shown).isEqualTo(new TreeSet<>(UPDATES));
    }

    private void updateEverything() {
        updateTicket();
        updateQueue();
        updateArtifact();
        updatePeople();
        updateProject();
    }

    private void updateTicket() {
        var ticket = ticket("One", "a");
        services.tickets().update(owner, ref(ticket), Expected.ANY, TicketFields.titled("Two"));
        services.tasks().update(owner, ticket.tasks().getFirst().id(), TaskFields.of("b"));
        var comment = services.comments().add(owner, ref(ticket), new CommentText("hello"));
        services.comments().edit(owner, comment.id(), new CommentText("bye"));
        move(ticket, TicketStatus.IN_PROGRESS);
        services.tickets().archive(owner, ref(ticket), Expected.ANY);
        services.tickets().unarchive(owner, ref(ticket), Expected.ANY);
    }

    private void updateQueue() {
        var queue = queue("q");
        services.queues().update(owner, queue.id(), Expected.ANY, QueueFields.named("r"));
        services.queues().pause(owner, queue.id(), Expected.ANY);
        services.queues().resume(owner, queue.id(), Expected.ANY);
        var first = enqueue(queue, ticket("First")).item().id();
        var second = enqueue(queue, ticket("Second")).item().id();
        services.items().reorder(owner, queue.id(), List.of(second, first));
        services.items().update(owner, first, new ItemFields(Change.to(Priority.URGENT), Change.keep(), Change.keep()));
    }

    private void updateArtifact() {
        var content = ArtifactContent.of("content");
        var artifact = services.artifacts()
                .create(
                        owner,
                        CRN,
                        new CreateArtifact(ArtifactType.DOCUMENT, "Notes", ArtifactFormat.MARKDOWN, content));
        var id = artifact.artifact().id();
        services.artifacts().update(owner, id, Expected.ANY, new ArtifactFields(Change.to("Renamed"), Change.keep()));
        services.artifacts().changeStatus(owner, id, Expected.ANY, ArtifactStatus.VALIDATED);
    }

    private void updatePeople() {
        Caller eve = member("Eve", Role.VIEWER);
        services.members().put(owner, CRN, eve.userId(), Role.EDITOR);
        cairn.users().update(owner, eve.userId(), Expected.ANY, UserFields.named("Eva"));
        cairn.users().changeRole(owner, eve.userId(), Expected.ANY, SystemRole.ADMIN);
        cairn.users().deactivate(owner, eve.userId(), Expected.ANY, OwnedProjects.REFUSE);
        cairn.users().reactivate(owner, eve.userId(), Expected.ANY);
        cairn.preferences().update(owner, new PreferencesFields(Change.to(Theme.DARK), Change.keep(), Change.keep()));
    }

    private void updateProject() {
        var data = new CollectedData(List.of(Actor.named("Ada")), List.of(), Boundaries.NONE, List.of(), List.of());
        services.collected().replace(owner, CRN, Expected.ANY, data);
        services.collected().validate(owner, CRN, Expected.ANY);
        services.projects().update(owner, CRN, Expected.ANY, ProjectFields.named("Renamed"));
        services.projects().changeStatus(owner, CRN, Expected.ANY, ProjectStatus.ACTIVE);
        cairn.settings().changeOfProject(owner, CRN, new ProjectSettingsFields(Change.to(false)));
        services.projects().archive(owner, CRN, Expected.ANY);
        services.projects().unarchive(owner, CRN, Expected.ANY);
    }

    private List<Activity> log() {
        var page = new PageRequest(PageRequest.LIMIT_MAX, null, ActivityLog.NEWEST_FIRST, false);
        var all = services.activity().list(owner, null, new ActivityFilter(null, null, null, List.of()), page);
        assertThat(all.nextCursor()).isNull();
        return all.items();
    }
}
