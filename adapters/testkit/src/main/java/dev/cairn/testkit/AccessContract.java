package dev.cairn.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.access.Access;
import dev.cairn.domain.access.Right;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.activity.ActivityFilter;
import dev.cairn.domain.activity.ActivityLog;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.activity.NewActivity;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.Denied;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.overview.OverviewRepository;
import dev.cairn.domain.project.MemberRepository;
import dev.cairn.domain.project.MemberView;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectFilter;
import dev.cairn.domain.project.ProjectMember;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.queue.ClaimAttempt;
import dev.cairn.domain.queue.ClaimRepository;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.queue.QueueItemRepository;
import dev.cairn.domain.queue.QueueRepository;
import dev.cairn.domain.search.SearchHit;
import dev.cairn.domain.search.SearchIndex;
import dev.cairn.domain.search.SearchQuery;
import dev.cairn.domain.ticket.ClaimedBy;
import dev.cairn.domain.ticket.Comment;
import dev.cairn.domain.ticket.CommentRepository;
import dev.cairn.domain.ticket.FirstTasks;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TaskContent;
import dev.cairn.domain.ticket.TaskRepository;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.ticket.TicketRepository;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who finds what (R6, R18), and who owns a project (R21). */
public abstract class AccessContract extends StoreContract {
    private static final PageRequest BY_KEY = PageRequest.first(Sort.by(Sort.asc("key")));

    @Test
    void aMemberFindsWhatIsInTheProjectAndNobodyElseDoes() {
        Project project = project();
        User member = member(project, Role.VIEWER);
        finders(project).forEach(find -> {
            find.accept(access(member, Right.READ));
            assertThatThrownBy(() -> find.accept(reading(user()))).isInstanceOf(NotFound.class);
        });
    }

    @Test
    void aRoleThatDoesNotSufficeIsDeniedAndSaysWhichOneWould() {
        Project project = project();
        User viewer = member(project, Role.VIEWER);
        User editor = member(project, Role.EDITOR);
        finders(project).forEach(find -> {
            for (Access tooMuch : List.of(
                    access(viewer, Right.WRITE),
                    access(viewer, Right.CLAIM),
                    access(viewer, Right.MANAGE),
                    access(editor, Right.MANAGE))) {
                assertThatThrownBy(() -> find.accept(tooMuch)).isInstanceOfSatisfying(Denied.class, denied -> {
                    assertThat(denied.code()).isEqualTo(ErrorCode.ROLE_REQUIRED);
                    assertThat(denied.details())
                            .containsEntry("required", tooMuch.right() == Right.MANAGE ? "owner" : "editor");
                });
            }
            find.accept(access(editor, Right.CLAIM));
            find.accept(of(project, Right.MANAGE));
        });
    }

    @Test
    void whoIsNoMemberAnyMoreFindsNothing() {
        Project project = project();
        User member = member(project, Role.EDITOR);
        assertThat(write(() -> port(MemberRepository.class).delete(project.id(), member.id())))
                .isTrue();
        assertThat(write(() -> port(MemberRepository.class).delete(project.id(), member.id())))
                .isFalse();
        finders(project)
                .forEach(find ->
                        assertThatThrownBy(() -> find.accept(reading(member))).isInstanceOf(NotFound.class));
    }

    /** R18: a project's token reaches that project only. */
    @Test
    void anAccessLimitedToOneProjectSeesNothingOfTheOthers() {
        User owner = user();
        Project reached = project(owner, "Reached");
        Project other = project(owner, "Other");
        ticket(reached, "limited dirigible");
        ticket(other, "limited dirigible");
        change(() -> port(ActivityLog.class).append(Caller.of(owner), NOW, List.of(entry(other), entry(null))));
        Access limited = new Access(owner.id(), Right.READ, reached.id());
        assertThat(port(ProjectRepository.class)
                        .page(limited, ProjectFilter.LIVE, BY_KEY)
                        .items())
                .containsExactly(reached);
        assertThat(port(OverviewRepository.class).busiest(limited, 50)).hasSize(1);
        assertThat(projectsOf(search(limited, "dirigible"))).containsExactly(reached.id());
        assertThat(log(limited)).isZero();
        assertThat(log(reading(owner))).as("also what happened in no project").isEqualTo(2);
        finders(other)
                .forEach(find -> assertThatThrownBy(() -> find.accept(limited)).isInstanceOf(NotFound.class));
    }

    @Test
    void listsOverAllProjectsHoldTheCallersOnly() {
        User owner = user();
        Project own = project(owner, "Own");
        Project foreign = project();
        User both = member(own, Role.VIEWER);
        change(() -> port(MemberRepository.class).save(new ProjectMember(foreign.id(), both.id(), Role.EDITOR, NOW)));
        assertThat(port(ProjectRepository.class)
                        .page(reading(owner), ProjectFilter.LIVE, BY_KEY)
                        .items())
                .containsExactly(own);
        assertThat(port(ProjectRepository.class)
                        .page(reading(both), ProjectFilter.LIVE, BY_KEY)
                        .items())
                .containsExactly(own, foreign);
        assertThat(port(OverviewRepository.class).busiest(reading(user()), 50)).isEmpty();
    }

    /** However few or many they are among all there are. */
    @Test
    void searchWalksTheCallersProjectsOnly() {
        User few = user();
        ticket(project(few, "One"), "airship of few");
        User many = user();
        for (int i = 0; i < 70; i++) {
            ticket(project(many, "Project " + i), "airship of many");
        }
        assertThat(search(reading(few), "airship")).hasSize(1);
        assertThat(search(reading(many), "airship")).hasSize(70);
        assertThat(search(reading(user()), "airship")).isEmpty();
    }

    @Test
    void ticketsAndTasksOfOtherProjectsAreLeftOut() {
        Project own = project();
        Ticket mine = ticket(own, "Mine");
        Task step = task(mine, 0, TaskContent.of("step"));
        Ticket theirs = ticket(project(), "Theirs");
        task(theirs, 0, TaskContent.of("step"));
        List<Id<Ticket>> ids = List.of(mine.id(), theirs.id());
        assertThat(port(TicketRepository.class).findAll(reading(own), ids)).containsExactly(mine);
        assertThat(port(TaskRepository.class).findFirst(reading(own), ids, new FirstTasks(null, 9), 9))
                .containsExactly(step);
        assertThat(port(TicketRepository.class).findAll(reading(own), List.of()))
                .isEmpty();
    }

    @Test
    void aProjectHasOneOwnerWhateverIsTried() {
        Project project = project();
        User second = user();
        assertThatThrownBy(() -> change(() -> port(MemberRepository.class)
                        .save(new ProjectMember(project.id(), second.id(), Role.OWNER, NOW))))
                .isInstanceOf(Conflict.class);
        assertThat(port(MemberRepository.class).find(project.id(), second.id())).isEmpty();
    }

    /** R47 */
    @Test
    void thoseMayWriteWhoDoMoreThanView() {
        Project project = project();
        User viewer = member(project, Role.VIEWER);
        User editor = member(project, Role.EDITOR);
        List<Id<User>> all = List.of(project.ownerId(), viewer.id(), editor.id(), user().id());
        assertThat(port(MemberRepository.class).writersAmong(project.id(), all))
                .containsExactlyInAnyOrder(project.ownerId(), editor.id());
    }

    /** R21: also when the membership has become the owner's since somebody looked. */
    @Test
    void theOwnersMembershipIsNeitherOverwrittenNorDeleted() {
        Project project = project();
        User next = user();
        ProjectMember less = new ProjectMember(project.id(), project.ownerId(), Role.VIEWER, NOW);
        assertThat(write(() -> port(MemberRepository.class).save(less))).isFalse();
        assertThat(write(() -> port(MemberRepository.class).delete(project.id(), project.ownerId())))
                .isFalse();
        assertThat(role(project, project.ownerId())).isEqualTo(Role.OWNER);
        change(() -> port(MemberRepository.class).changeOwner(project.id(), project.ownerId(), next.id(), NOW));
        assertThat(role(project, next.id())).isEqualTo(Role.OWNER);
        assertThat(role(project, project.ownerId())).isEqualTo(Role.EDITOR);
        assertThat(write(() -> port(MemberRepository.class).save(less))).isTrue();
        assertThat(write(() -> port(MemberRepository.class).delete(project.id(), project.ownerId())))
                .isTrue();
    }

    private Role role(Project project, Id<User> user) {
        return port(MemberRepository.class).require(project.id(), user).member().role();
    }

    @Test
    void theOwnerIsChangedOnlyWhileItIsWhoWasExpected() {
        Project project = project();
        User next = user();
        Project wanted = project.transferTo(next, NOW.plusSeconds(1));
        assertThat(write(() -> port(ProjectRepository.class).changeOwner(wanted, next.id())))
                .isEmpty();
        Project stored = write(() -> port(ProjectRepository.class).changeOwner(wanted, project.ownerId()))
                .orElseThrow();
        assertThat(stored.ownerId()).isEqualTo(next.id());
        assertThat(stored.lifecycle().version()).isEqualTo(1);
        assertThat(port(ProjectRepository.class).require(project.id())).isEqualTo(stored);
        assertThat(write(() -> port(ProjectRepository.class).changeOwner(wanted, project.ownerId())))
                .isEmpty();
        assertThat(port(ProjectRepository.class).findOwnedBy(next.id())).containsExactly(stored);
        assertThat(port(ProjectRepository.class).findOwnedBy(project.ownerId())).isEmpty();
    }

    @Test
    void membersComeInPagesWithTheirNames() {
        Project project = project();
        List<User> users = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            users.add(member(project, Role.VIEWER));
        }
        var filter = new MemberRepository.OfProject(project.id());
        Page<MemberView> first =
                port(MemberRepository.class).page(filter, new PageRequest(3, null, MemberRepository.ORDER, true));
        Page<MemberView> last = port(MemberRepository.class)
                .page(filter, new PageRequest(3, first.nextCursor(), MemberRepository.ORDER, false));
        assertThat(first.total()).isEqualTo(5);
        assertThat(Stream.concat(first.items().stream(), last.items().stream()))
                .extracting(view -> view.member().userId())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of(project.ownerId()), users.stream().map(User::id))
                        .toList());
        assertThat(first.items()).extracting(MemberView::name).containsOnly("Ada");
        assertThat(port(MemberRepository.class).count(project.id())).isEqualTo(5);
    }

    @Test
    void aPurgedProjectLeavesNoMembership() {
        Project project = project();
        User member = member(project, Role.VIEWER);
        change(() -> port(ProjectRepository.class).delete(project.id()));
        assertThat(port(MemberRepository.class).count(project.id())).isZero();
        assertThat(port(MemberRepository.class).find(project.id(), member.id())).isEmpty();
    }

    /** A way to find each kind of thing in a project by its reference. */
    private List<Consumer<Access>> finders(Project project) {
        Ticket ticket = ticket(project, "Found");
        Task task = task(ticket, 0, TaskContent.of("step"));
        Comment comment = Comment.write(id(), ticket.id(), ownerOf(project), "words", NOW);
        change(() -> port(CommentRepository.class).insertAll(List.of(comment)));
        Queue queue = queue(project, QueueContent.named("Work " + id()));
        QueueItem item = item(queue, ticket);
        TicketRef byKey = new TicketRef.ByKey(ticket.key());
        return List.of(
                access -> assertThat(port(ProjectRepository.class).require(access, project.id()))
                        .isEqualTo(project),
                access -> assertThat(port(ProjectRepository.class).requireAny(access, project.id()))
                        .isEqualTo(project),
                access -> assertThat(port(TicketRepository.class).require(access, ticket.id()))
                        .isEqualTo(ticket),
                access -> assertThat(port(TicketRepository.class).requireAny(access, byKey))
                        .isEqualTo(ticket),
                access -> assertThat(port(TicketRepository.class)
                                .requireWithTasks(access, byKey)
                                .tasks())
                        .containsExactly(task),
                access -> assertThat(port(TicketRepository.class)
                                .requireShown(access, byKey)
                                .claimedBy())
                        .isNull(),
                access -> assertThat(port(TaskRepository.class).require(access, task.id()))
                        .isEqualTo(task),
                access -> assertThat(port(CommentRepository.class).require(access, comment.id()))
                        .isEqualTo(comment),
                access -> assertThat(port(QueueRepository.class).require(access, queue.id()))
                        .isEqualTo(queue),
                access -> assertThat(port(QueueItemRepository.class).require(access, item.id()))
                        .isEqualTo(item));
    }

    @Test
    void aClaimIsFoundByMembersOfItsProject() {
        Project project = project();
        Queue queue = queue(project, QueueContent.named("Work"));
        Ticket ticket = ticket(project, "Held");
        item(queue, ticket);
        var attempt = new ClaimAttempt(queue.id(), id(), NOW, NOW.plusSeconds(60));
        QueueItem item =
                write(() -> port(QueueItemRepository.class).claimNext(attempt)).orElseThrow();
        var claim = new dev.cairn.domain.queue.Claim(
                attempt.claimId(),
                item.id(),
                item.fencingToken(),
                project.ownerId(),
                "agent",
                60,
                NOW,
                NOW,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        change(() -> port(ClaimRepository.class).insert(claim));
        assertThat(port(ClaimRepository.class).require(of(project, Right.CLAIM), claim.id()))
                .isEqualTo(claim);
        assertThat(port(TicketRepository.class)
                        .requireShown(reading(project), TicketRef.of(ticket.id()))
                        .claimedBy())
                .isEqualTo(new ClaimedBy("agent", project.ownerId(), claim.id(), NOW.plusSeconds(60)));
        assertThatThrownBy(() -> port(ClaimRepository.class).require(reading(user()), claim.id()))
                .isInstanceOf(NotFound.class);
    }

    private User member(Project project, Role role) {
        User user = user();
        change(() -> port(MemberRepository.class).save(new ProjectMember(project.id(), user.id(), role, NOW)));
        return user;
    }

    private static Access access(User user, Right right) {
        return new Access(user.id(), right, null);
    }

    private List<SearchHit> search(Access access, String text) {
        return port(SearchIndex.class).search(access, new SearchQuery(text, List.of(), null, SearchQuery.LIMIT_MAX));
    }

    private static List<Id<Project>> projectsOf(List<SearchHit> hits) {
        return hits.stream().map(SearchHit::projectId).distinct().toList();
    }

    private int log(Access access) {
        ActivityFilter filter = new ActivityFilter(null, null, null, List.of("project.validated"));
        return port(ActivityLog.class)
                .page(access, filter, PageRequest.first(ActivityLog.NEWEST_FIRST))
                .items()
                .size();
    }

    private static NewActivity entry(@Nullable Project project) {
        return new NewActivity(
                ActivityType.PROJECT_VALIDATED,
                project == null ? null : project.id(),
                new Id<Project>(1),
                null,
                null,
                Map.of());
    }
}
