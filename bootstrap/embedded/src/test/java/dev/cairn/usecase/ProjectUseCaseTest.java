package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.project.CreateProject;
import dev.cairn.application.queue.ClaimRequest;
import dev.cairn.application.queue.ClaimUpdate;
import dev.cairn.application.ticket.CommentText;
import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.application.ticket.TaskDraft;
import dev.cairn.domain.activity.ActivityFilter;
import dev.cairn.domain.activity.ActivityLog;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Archived;
import dev.cairn.domain.kernel.Edit;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectContent;
import dev.cairn.domain.project.ProjectFilter;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.project.ProjectStatus;
import dev.cairn.domain.ticket.TicketStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProjectUseCaseTest extends UseCaseTest {
    @Test
    void keyAndNameAreUniqueIgnoringCase() {
        assertRefused(ErrorCode.KEY_TAKEN, () -> services.projects().create(owner, CreateProject.of("CRN", "Other")));
        assertRefused(ErrorCode.FORMAT, () -> services.projects().create(owner, CreateProject.of("STATISTICS", "No")));
        assertRefused(ErrorCode.NAME_TAKEN, () -> services.projects().create(owner, CreateProject.of("OTH", "cAIRN")));
    }

    @Test
    void aDeletedProjectGivesItsNameFreeButNotItsKey() {
        services.projects().delete(owner, CRN, Expected.ANY);
        services.projects().create(owner, CreateProject.of("OTH", "Cairn"));
        assertRefused(ErrorCode.KEY_TAKEN, () -> services.projects().create(owner, CreateProject.of("CRN", "New")));
        assertRefused(ErrorCode.NAME_TAKEN, () -> services.projects().restore(owner, CRN, Expected.ANY));
    }

    /** Nobody else's ETag is outdated by it, and the log stays as it was. */
    @Test
    void anUpdateToWhatItIsAlreadyChangesNothing() {
        var ticket = ticket("One");
        var queue = queue("q");
        long newest = newestEntry();
        assertThat(services.projects().update(owner, CRN, Expected.ANY, content -> content.withName("Cairn")))
                .isEqualTo(project);
        assertThat(services.tickets().update(owner, ref(ticket), Expected.ANY, content -> content.withTitle(" One ")))
                .isEqualTo(ticket);
        assertThat(services.queues().update(owner, queue.id(), Expected.ANY, content -> content.withName("q")))
                .isEqualTo(queue);
        assertThat(newestEntry()).isEqualTo(newest);
    }

    private long newestEntry() {
        return services.activity()
                .list(
                        owner,
                        CRN,
                        new ActivityFilter(project.id(), null, null, List.of()),
                        PageRequest.first(ActivityLog.NEWEST_FIRST))
                .items()
                .getFirst()
                .seq();
    }

    /** R3 */
    @Test
    void aStaleVersionChangesNothing() {
        Project renamed =
                services.projects().update(owner, CRN, new Expected(0L), content -> content.withName("New name"));
        assertThat(renamed.lifecycle().version()).isEqualTo(1);
        assertRefused(
                ErrorCode.STALE_VERSION,
                () -> services.projects()
                        .update(owner, CRN, new Expected(0L), content -> content.withName("Newer name")));
        assertThat(services.projects().get(owner, CRN).content().name()).isEqualTo("New name");
    }

    /** R10 */
    @Test
    void absentFieldsStayAndNullClears() {
        Edit<ProjectContent> withPath =
                content -> content.withDescription("words").withLocalPath("/tmp/x");
        services.projects().update(owner, CRN, Expected.ANY, withPath);
        Edit<ProjectContent> cleared = content -> content.withLocalPath(null);
        Project project = services.projects().update(owner, CRN, Expected.ANY, cleared);
        assertThat(project.content().localPath()).isNull();
        assertThat(project.content().description()).isEqualTo("words");
        assertThat(project.content().name()).isEqualTo("Cairn");
    }

    @Test
    void aLocalPathBelongsToOneProjectIgnoringCase() {
        ProjectContent path = ProjectContent.named("A").withLocalPath("/Home/Cairn");
        services.projects().create(owner, new CreateProject("AA", path));
        ProjectContent same = ProjectContent.named("B").withLocalPath("/home/cairn");
        assertRefused(ErrorCode.PATH_TAKEN, () -> services.projects().create(owner, new CreateProject("BB", same)));
    }

    /** R22 */
    @Test
    void everythingBelowAnArchivedProjectIsReadOnlyAndItsQueuesHandOutNothing() {
        var ticket = ticket("One", "task");
        var queue = queue("q");
        enqueue(queue, ticket);
        services.projects().archive(owner, CRN, Expected.ANY);
        assertRefused(ErrorCode.PROJECT_ARCHIVED, () -> ticket("Two"));
        assertRefused(ErrorCode.PROJECT_ARCHIVED, () -> move(ticket, TicketStatus.IN_PROGRESS));
        assertRefused(ErrorCode.PROJECT_ARCHIVED, () -> services.tasks().create(owner, ref(ticket), TaskDraft.of("t")));
        assertRefused(
                ErrorCode.PROJECT_ARCHIVED, () -> services.comments().add(owner, ref(ticket), new CommentText("c")));
        assertRefused(ErrorCode.PROJECT_ARCHIVED, () -> services.tickets().delete(owner, ref(ticket), Expected.ANY));
        assertRefused(ErrorCode.PROJECT_ARCHIVED, () -> services.queues().pause(owner, queue.id(), Expected.ANY));
        assertRefused(
                ErrorCode.PROJECT_ARCHIVED, () -> services.claims().claim(owner, queue.id(), ClaimRequest.DEFAULT));
        assertThat(read(ticket).ticket().key()).hasToString("CRN-1");
        services.projects().unarchive(owner, CRN, Expected.ANY);
        assertThat(claim(queue).ticket().ticket().id()).isEqualTo(id(ticket));
    }

    /** Q6 */
    @Test
    void aHolderMayFinishInAnArchivedProject() {
        var ticket = ticket("One");
        var queue = queue("q");
        enqueue(queue, ticket);
        var held = claim(queue).claim();
        services.projects().archive(owner, CRN, Expected.ANY);
        services.claims().complete(owner, held.id(), ClaimUpdate.of(held.fencingToken()));
        assertThat(statusOf(ticket)).isEqualTo(TicketStatus.COMPLETED);
    }

    /** R4 */
    @Test
    void archivingTwiceIsAConflict() {
        services.projects().archive(owner, CRN, Expected.ANY);
        assertRefused(ErrorCode.ALREADY_ARCHIVED, () -> services.projects().archive(owner, CRN, Expected.ANY));
        services.projects().unarchive(owner, CRN, Expected.ANY);
        assertRefused(ErrorCode.NOT_ARCHIVED, () -> services.projects().unarchive(owner, CRN, Expected.ANY));
        assertRefused(ErrorCode.NOT_DELETED, () -> services.projects().restore(owner, CRN, Expected.ANY));
    }

    /** R5 */
    @Test
    void aRestoreBringsBackExactlyWhatTheDeletionTook() {
        var kept = ticket("Kept", "a", "b");
        var gone = ticket("Gone before");
        services.comments().add(owner, ref(kept), new CommentText("hello"));
        services.tasks().delete(owner, kept.tasks().getFirst().id());
        services.tickets().delete(owner, ref(gone), Expected.ANY);
        var before = read(kept);
        services.projects().delete(owner, CRN, Expected.ANY);
        assertRefused(ErrorCode.NOT_FOUND, () -> read(kept));
        assertRefused(ErrorCode.NOT_FOUND, () -> services.projects().get(owner, CRN));
        services.projects().restore(owner, CRN, Expected.ANY);
        assertThat(read(kept)).isEqualTo(before);
        assertThat(services.comments()
                        .list(owner, ref(kept), PageRequest.first(Sort.by(Sort.asc("createdAt"))))
                        .items())
                .hasSize(1);
        assertRefused(ErrorCode.NOT_FOUND, () -> read(gone));
    }

    /** R22 */
    @Test
    void deletingAProjectCancelsRunningClaims() {
        var ticket = ticket("One");
        var queue = queue("q");
        enqueue(queue, ticket);
        var held = claim(queue).claim();
        services.projects().delete(owner, CRN, Expected.ANY);
        assertRefused(
                ErrorCode.LEASE_LOST,
                () -> services.claims().complete(owner, held.id(), ClaimUpdate.of(held.fencingToken())));
    }

    @Test
    void aPurgeLeavesNothing() {
        var ticket = ticket("One", "a");
        services.projects().purge(owner, CRN, Expected.ANY);
        assertRefused(ErrorCode.NOT_FOUND, () -> services.projects().restore(owner, CRN, Expected.ANY));
        assertRefused(ErrorCode.NOT_FOUND, () -> services.tickets().restore(owner, ref(ticket), Expected.ANY));
        services.projects().create(owner, CreateProject.of("CRN", "Cairn"));
    }

    @Test
    void theOverviewCountsByStatusWithZeros() {
        ticket("One", "a", "b");
        move(ticket("Two"), TicketStatus.IN_PROGRESS);
        enqueue(queue("q"), ticket("Three"));
        var overview = services.overviews().get(owner, CRN);
        assertThat(overview.tickets())
                .isEqualTo(Map.of(
                        TicketStatus.OPEN,
                        2L,
                        TicketStatus.IN_PROGRESS,
                        1L,
                        TicketStatus.REVIEW,
                        0L,
                        TicketStatus.BLOCKED,
                        0L,
                        TicketStatus.COMPLETED,
                        0L,
                        TicketStatus.CLOSED,
                        0L));
        assertThat(overview.openTasks()).isEqualTo(2);
        assertThat(overview.queueDepth()).isEqualTo(1);
        assertThat(overview.lastActivityAt()).isEqualTo(clock.instant());
    }

    @Test
    void listsAreFilteredSortedAndPaged() {
        for (String key : List.of("AA", "BB", "CC", "DD")) {
            clock.advance(Duration.ofSeconds(1));
            services.projects().create(owner, CreateProject.of(key, "100%_" + key));
        }
        services.projects().archive(owner, ProjectRef.parse("DD"), Expected.ANY);
        services.projects().changeStatus(owner, ProjectRef.parse("CC"), Expected.ANY, ProjectStatus.ACTIVE);
        var filter = new ProjectFilter(List.of(ProjectStatus.DRAFT), Archived.NO, "100%_", null);
        var sort = Sort.by(Sort.desc("createdAt"));
        var first = services.projects().list(owner, filter, new PageRequest(1, null, sort, true));
        assertThat(first.items()).extracting(p -> p.key().value()).containsExactly("BB");
        assertThat(first.total()).isEqualTo(2);
        var second = services.projects().list(owner, filter, new PageRequest(1, first.nextCursor(), sort, false));
        assertThat(second.items()).extracting(p -> p.key().value()).containsExactly("AA");
        assertThat(second.nextCursor()).isNull();
        assertRefused(
                ErrorCode.MALFORMED_CURSOR,
                () -> services.projects()
                        .list(owner, ProjectFilter.LIVE, new PageRequest(1, first.nextCursor(), sort, false)));
    }

    @Test
    void settingsAreKept() {
        assertThat(cairn.settings().ofProject(owner, CRN).autoCompleteTickets()).isTrue();
        cairn.settings().changeOfProject(owner, CRN, settings -> settings.withAutoCompleteTickets(false));
        assertThat(cairn.settings().ofProject(owner, CRN).autoCompleteTickets()).isFalse();
    }

    /** R32 */
    @Test
    void ticketNumbersAreNeverReused() {
        var one = ticket("One");
        services.tickets().purge(owner, ref(one), Expected.ANY);
        assertThat(services.tickets()
                        .create(owner, CRN, CreateTicket.titled("Two"))
                        .ticket()
                        .number())
                .isEqualTo(2);
    }
}
