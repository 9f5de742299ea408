package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.port.IdGenerator;
import dev.cairn.application.port.Transactions;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.queue.ClaimRequest;
import dev.cairn.application.queue.ClaimResult.Claimed;
import dev.cairn.application.queue.ClaimUpdate;
import dev.cairn.application.user.NewToken;
import dev.cairn.application.user.OwnedProjects;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.activity.Activity;
import dev.cairn.domain.activity.ActivityFilter;
import dev.cairn.domain.activity.ActivityLog;
import dev.cairn.domain.error.DomainError;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.MemberRepository;
import dev.cairn.domain.project.MemberView;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectMember;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.queue.ItemState;
import dev.cairn.domain.queue.ItemView;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketWithTasks;
import dev.cairn.domain.user.ApiToken;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.Credential;
import dev.cairn.domain.user.Scope;
import dev.cairn.domain.user.SystemRole;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserContent;
import dev.cairn.domain.user.UserRepository;
import dev.cairn.domain.user.UserType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Who takes part in a project, and who owns it (R18, R19, R21). */
class MemberUseCaseTest extends UseCaseTest {
    private static final int THREADS = 16;

    @Test
    void whoCreatesAProjectIsItsOwner() {
        assertThat(members()).singleElement().satisfies(view -> {
            assertThat(view.member().userId()).isEqualTo(owner.userId());
            assertThat(view.member().role()).isEqualTo(Role.OWNER);
            assertThat(view.member().joinedAt()).isEqualTo(project.lifecycle().createdAt());
        });
    }

    @Test
    void aCreateThatFailsLeavesNothing() {
        Caller eve = human("Eve");
        assertRefused(ErrorCode.KEY_TAKEN, () -> services.projects().create(eve, CreateProject.of("CRN", "Mine")));
        assertRefused(ErrorCode.NOT_FOUND, () -> services.projects().get(eve, CRN));
        assertThat(members()).hasSize(1);
    }

    @Test
    void aMemberKeepsTheDayItJoinedWhenItsRoleChanges() {
        Caller ada = member("Ada", Role.VIEWER);
        var joined = member(ada).member().joinedAt();
        clock.advance(Duration.ofHours(1));
        MemberView changed = services.members().put(owner, CRN, ada.userId(), Role.EDITOR);
        assertThat(changed).isEqualTo(member(ada));
        assertThat(changed.member().role()).isEqualTo(Role.EDITOR);
        assertThat(changed.member().joinedAt()).isEqualTo(joined);
        assertThat(changed.name()).isEqualTo("Ada");
        assertThat(types()).startsWith("project.member_changed", "project.member_added");
    }

    @Test
    void puttingTheSameRoleAgainChangesNothing() {
        Caller ada = member("Ada", Role.VIEWER);
        services.members().put(owner, CRN, ada.userId(), Role.VIEWER);
        assertThat(types()).containsOnlyOnce("project.member_added").doesNotContain("project.member_changed");
    }

    @Test
    void onlyTheOwnerManagesMembers() {
        Caller editor = member("Ada", Role.EDITOR);
        Caller other = human("Bob");
        assertRefused(ErrorCode.ROLE_REQUIRED, () -> services.members().put(editor, CRN, other.userId(), Role.VIEWER));
        assertRefused(ErrorCode.ROLE_REQUIRED, () -> services.members().remove(editor, CRN, owner.userId()));
        assertRefused(ErrorCode.NOT_FOUND, () -> services.members().put(other, CRN, other.userId(), Role.VIEWER));
    }

    @Test
    void aMemberMayLeaveAndIsAStrangerFromThenOn() {
        Caller viewer = member("Ada", Role.VIEWER);
        services.members().remove(viewer, CRN, viewer.userId());
        assertRefused(ErrorCode.NOT_FOUND, () -> services.projects().get(viewer, CRN));
        assertRefused(ErrorCode.NOT_FOUND, () -> services.members().remove(owner, CRN, viewer.userId()));
        assertThat(types()).startsWith("project.member_removed");
    }

    /** R18: agents lose with their person what they had through them, at once. */
    @Test
    void aMemberLeavesWithTheirAgentsTheirKeysAndTheirWork() {
        Caller ada = member("Ada", Role.EDITOR);
        Caller agent = Caller.of(services.users().createAgent(ada, UserContent.named("Ada's agent")));
        Caller bobs = Caller.of(services.users().createAgent(owner, UserContent.named("Owner's agent")));
        services.members().put(owner, CRN, agent.userId(), Role.EDITOR);
        services.members().put(owner, CRN, bobs.userId(), Role.EDITOR);
        Queue queue = queue("agents");
        TicketWithTasks held = ticket("Held");
        ItemView item = enqueue(queue, held);
        Claimed claimed = (Claimed) services.claims().claim(agent, queue.id(), ClaimRequest.DEFAULT);
        enqueue(queue, ticket("Another's"));
        Claimed others = (Claimed) services.claims().claim(bobs, queue.id(), ClaimRequest.DEFAULT);

        services.members().remove(owner, CRN, ada.userId());

        for (Caller gone : List.of(ada, agent)) {
            assertRefused(ErrorCode.NOT_FOUND, () -> services.projects().get(gone, CRN));
            assertRefused(
                    ErrorCode.NOT_FOUND,
                    () -> services.claims().heartbeat(gone, claimed.claim().id(), ClaimUpdate.of(1)));
        }
        assertThat(types().stream().filter("project.member_removed"::equals)).hasSize(2);
        assertThat(statusOf(held)).isEqualTo(TicketStatus.OPEN);
        assertThat(services.items().get(owner, item.item().id()).state()).isEqualTo(ItemState.READY);
        assertThat(services.items().get(owner, item.item().id()).item().attempts())
                .isZero();
        services.claims().heartbeat(bobs, others.claim().id(), ClaimUpdate.of(1));
        assertThat(((Claimed) services.claims().claim(bobs, queue.id(), ClaimRequest.DEFAULT)).ticket())
                .isEqualTo(read(held));
    }

    /** R47: whoever answers for it pays, and what it remembers came from their projects. */
    @Test
    void anAgentIsAMemberOnlyBesideTheHumanWhoAnswersForIt() {
        Caller eve = human("Eve");
        Caller agent = Caller.of(services.users().createAgent(eve, UserContent.named("Eve's agent")));
        assertRefused(ErrorCode.NOT_YOURS, () -> services.members().put(owner, CRN, agent.userId(), Role.EDITOR));
        assertRefused(ErrorCode.NOT_FOUND, () -> services.projects().get(agent, CRN));
        services.members().put(owner, CRN, eve.userId(), Role.VIEWER);
        services.members().put(owner, CRN, agent.userId(), Role.EDITOR);
        assertThat(services.projects().get(agent, CRN).key().value()).isEqualTo("CRN");
    }

    /** R18: who only looks on from now on holds no work. */
    @Test
    void anEditorWhoBecomesAViewerHoldsNothingAnyMore() {
        Caller ada = member("Ada", Role.EDITOR);
        Queue queue = queue("q");
        TicketWithTasks held = ticket("Held");
        ItemView item = enqueue(queue, held);
        services.claims().claim(ada, queue.id(), ClaimRequest.DEFAULT);
        services.members().put(owner, CRN, ada.userId(), Role.VIEWER);
        assertThat(services.items().get(owner, item.item().id()).state()).isEqualTo(ItemState.READY);
        assertThat(statusOf(held)).isEqualTo(TicketStatus.OPEN);
    }

    /** R18: what somebody may no longer do, their agents may not do for them. */
    @Test
    void theAgentsOfAnEditorWhoBecomesAViewerBecomeViewersTooAndHoldNothing() {
        Caller ada = member("Ada", Role.EDITOR);
        Caller agent = Caller.of(services.users().createAgent(ada, UserContent.named("Ada's agent")));
        Caller others = Caller.of(services.users().createAgent(owner, UserContent.named("Owner's agent")));
        services.members().put(owner, CRN, agent.userId(), Role.EDITOR);
        services.members().put(owner, CRN, others.userId(), Role.EDITOR);
        Queue queue = queue("q");
        ItemView item = enqueue(queue, ticket("Its"));
        services.claims().claim(agent, queue.id(), ClaimRequest.DEFAULT);
        ItemView kept = enqueue(queue, ticket("Another's"));
        services.claims().claim(others, queue.id(), ClaimRequest.DEFAULT);
        services.members().put(owner, CRN, ada.userId(), Role.VIEWER);
        assertThat(services.items().get(owner, item.item().id()).state()).isEqualTo(ItemState.READY);
        assertThat(services.items().get(owner, kept.item().id()).state()).isEqualTo(ItemState.CLAIMED);
        assertRefused(ErrorCode.ROLE_REQUIRED, () -> services.claims().claim(agent, queue.id(), ClaimRequest.DEFAULT));
        assertThat(member(others).member().role()).isEqualTo(Role.EDITOR);
        assertThat(types().stream().filter("project.member_changed"::equals)).hasSize(2);
        services.members().put(owner, CRN, agent.userId(), Role.EDITOR);
        assertThat(member(agent).member().role()).isEqualTo(Role.EDITOR);
    }

    /** R17: with the agents that go along, in every project. */
    @Test
    void whoIsDeactivatedHoldsNothingAnyMore() {
        Caller ada = member("Ada", Role.EDITOR);
        Caller agent = Caller.of(services.users().createAgent(ada, UserContent.named("Ada's agent")));
        services.members().put(owner, CRN, agent.userId(), Role.EDITOR);
        Queue queue = queue("q");
        List<ItemView> items = List.of(enqueue(queue, ticket("Hers")), enqueue(queue, ticket("Its")));
        services.claims().claim(ada, queue.id(), ClaimRequest.DEFAULT);
        services.claims().claim(agent, queue.id(), ClaimRequest.DEFAULT);
        services.users().deactivate(owner, ada.userId(), Expected.ANY, OwnedProjects.REFUSE);
        assertThat(items)
                .allSatisfy(item -> assertThat(
                                services.items().get(owner, item.item().id()).state())
                        .isEqualTo(ItemState.READY));
    }

    @Test
    void theKeysOfAMemberThatReachThisProjectOnlyEndWithTheMembership() {
        services.tokens().create(owner, new NewToken("here", Set.of(Scope.READ), null, CRN, null));
        services.tokens().create(owner, new NewToken("everywhere", Set.of(Scope.READ), null, null, null));
        Caller ada = member("Ada", Role.EDITOR);
        services.members().transfer(owner, CRN, Expected.ANY, ada.userId());
        services.members().remove(ada, CRN, owner.userId());
        assertThat(services.tokens()
                        .list(owner, null, PageRequest.first(Sort.by(Sort.desc("createdAt"))))
                        .items())
                .extracting(ApiToken::name)
                .containsExactly("everywhere");
    }

    @Test
    void aKeyThatOnlyReadsDoesNotLeaveForItsHolder() {
        Caller ada = member("Ada", Role.EDITOR);
        Caller reader =
                new Caller(ada.userId(), "Ada", SystemRole.MEMBER, Set.of(Scope.READ), null, new Credential.Local());
        assertRefused(ErrorCode.SCOPE_REQUIRED, () -> services.members().remove(reader, CRN, ada.userId()));
        assertThat(member(ada).member().role()).isEqualTo(Role.EDITOR);
    }

    @Test
    void theOwnerCanNeitherLeaveNorBecomeLessNorBeMadeByPut() {
        Caller ada = member("Ada", Role.EDITOR);
        assertRefused(ErrorCode.OWNER_REQUIRED, () -> services.members().remove(owner, CRN, owner.userId()));
        assertRefused(ErrorCode.OWNER_REQUIRED, () -> services.members().put(owner, CRN, owner.userId(), Role.EDITOR));
        assertRefused(ErrorCode.UNKNOWN_VALUE, () -> services.members().put(owner, CRN, ada.userId(), Role.OWNER));
    }

    @Test
    void aUserWhoDoesNotExistCannotBecomeAMember() {
        assertRefused(ErrorCode.NOT_FOUND, () -> services.members().put(owner, CRN, new Id<>(4711), Role.VIEWER));
    }

    @Test
    void membersOfAnArchivedProjectStayAsTheyAre() {
        Caller ada = member("Ada", Role.VIEWER);
        services.projects().archive(owner, CRN, Expected.ANY);
        assertRefused(ErrorCode.PROJECT_ARCHIVED, () -> services.members().put(owner, CRN, ada.userId(), Role.EDITOR));
        assertRefused(ErrorCode.PROJECT_ARCHIVED, () -> services.members().remove(ada, CRN, ada.userId()));
        assertRefused(
                ErrorCode.PROJECT_ARCHIVED, () -> services.members().transfer(owner, CRN, Expected.ANY, ada.userId()));
        assertThat(services.projects().get(ada, CRN).lifecycle().archived()).isTrue();
    }

    @Test
    void aTransferMakesTheTargetOwnerAndTheOldOwnerEditor() {
        Caller ada = member("Ada", Role.VIEWER);
        Project transferred = services.members().transfer(owner, CRN, Expected.ANY, ada.userId());
        assertThat(transferred.ownerId()).isEqualTo(ada.userId());
        assertThat(transferred).isEqualTo(services.projects().get(ada, CRN));
        assertThat(transferred.lifecycle().version())
                .isEqualTo(project.lifecycle().version() + 1);
        assertThat(transferred.lifecycle().updatedAt())
                .isAfter(project.lifecycle().updatedAt());
        assertThat(member(ada).member().role()).isEqualTo(Role.OWNER);
        assertThat(member(owner).member().role()).isEqualTo(Role.EDITOR);
        assertThat(log().getFirst()).satisfies(entry -> {
            assertThat(entry.type()).isEqualTo("project.transferred");
            assertThat(entry.data().text())
                    .contains(owner.userId().toString(), ada.userId().toString());
            assertThat(entry.actorId()).isEqualTo(owner.userId());
        });
        assertRefused(ErrorCode.ROLE_REQUIRED, () -> services.projects().delete(owner, CRN, Expected.ANY));
    }

    @Test
    void aProjectIsTransferredToAnotherLivingHumanOnly() {
        Caller agent = user("Robot", UserType.AGENT);
        assertRefused(
                ErrorCode.OWNER_NOT_ELIGIBLE,
                () -> services.members().transfer(owner, CRN, Expected.ANY, agent.userId()));
        assertRefused(
                ErrorCode.ALREADY_OWNER, () -> services.members().transfer(owner, CRN, Expected.ANY, owner.userId()));
        assertRefused(ErrorCode.NOT_FOUND, () -> services.members().transfer(owner, CRN, Expected.ANY, new Id<>(4711)));
        assertThat(types()).doesNotContain("project.transferred");
    }

    /** R17, R21. */
    @Test
    void whoIsDeactivatedNeitherBecomesOwnerNorAMember() {
        Caller ada = human("Ada");
        cairn.users().deactivate(ada, ada.userId(), Expected.ANY, OwnedProjects.REFUSE);
        assertRefused(
                ErrorCode.OWNER_NOT_ELIGIBLE,
                () -> services.members().transfer(owner, CRN, Expected.ANY, ada.userId()));
        assertRefused(
                ErrorCode.ALREADY_DEACTIVATED, () -> services.members().put(owner, CRN, ada.userId(), Role.VIEWER));
        assertThat(members()).hasSize(1);
    }

    @Test
    void aTransferToAStrangerTakesAPlaceAmongTheMembersToo() {
        Caller ada = member("Ada", Role.EDITOR);
        fill(ProjectMember.PER_PROJECT_MAX - 2);
        Caller stranger = human("Eve");
        assertRefused(
                ErrorCode.TOO_MANY, () -> services.members().transfer(owner, CRN, Expected.ANY, stranger.userId()));
        assertThat(services.members()
                        .transfer(owner, CRN, Expected.ANY, ada.userId())
                        .ownerId())
                .isEqualTo(ada.userId());
    }

    private void fill(int count) {
        cairn.get(Transactions.class).write(() -> {
            for (int i = 0; i < count; i++) {
                User user = User.human(
                        cairn.get(IdGenerator.class).next(),
                        UserContent.named("User " + i),
                        SystemRole.MEMBER,
                        clock.instant());
                cairn.get(UserRepository.class).insert(user);
                cairn.get(MemberRepository.class)
                        .save(new ProjectMember(project.id(), user.id(), Role.VIEWER, clock.instant()));
            }
            return count;
        });
    }

    /** R18: only humans own projects, and deactivating them sees to what they own (R17). */
    @Test
    void whatAnAgentCreatesIsOwnedByTheHumanWhoAnswersForIt() {
        Caller ada = human("Ada");
        User agent = cairn.users().createAgent(ada, UserContent.named("Robot"));
        Project created = services.projects().create(Caller.of(agent), CreateProject.of("BOT", "Made by a robot"));
        assertThat(created.ownerId()).isEqualTo(ada.userId());
        ProjectRef bot = ProjectRef.parse("BOT");
        assertThat(services.members().get(ada, bot, agent.id()).member().role()).isEqualTo(Role.EDITOR);
        assertRefused(ErrorCode.ROLE_REQUIRED, () -> services.projects().archive(Caller.of(agent), bot, Expected.ANY));
    }

    @Test
    void onlyTheOwnerTransfers() {
        Caller editor = member("Ada", Role.EDITOR);
        Caller stranger = human("Eve");
        assertRefused(
                ErrorCode.ROLE_REQUIRED, () -> services.members().transfer(editor, CRN, Expected.ANY, editor.userId()));
        assertRefused(
                ErrorCode.NOT_FOUND, () -> services.members().transfer(stranger, CRN, Expected.ANY, stranger.userId()));
    }

    @Test
    void aTransferThatTheDatabaseRefusesLeavesEverythingAsItWas() {
        Caller ada = human("Ada");
        services.projects().create(ada, CreateProject.of("ADA", "Cairn"));
        assertRefused(ErrorCode.NAME_TAKEN, () -> services.members().transfer(owner, CRN, Expected.ANY, ada.userId()));
        assertThat(members())
                .singleElement()
                .satisfies(view -> assertThat(view.member().role()).isEqualTo(Role.OWNER));
        assertThat(services.projects().get(owner, CRN)).isEqualTo(project);
    }

    @Test
    void ofManyTransfersByOneOwnerExactlyOneHappens() throws Exception {
        List<Callable<Boolean>> runners = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Caller target = human("User " + i);
            runners.add(() -> transferred(owner, target));
        }
        assertThat(race(runners)).isEqualTo(1);
        Project now = services.projects().get(owner, CRN);
        assertThat(owners()).containsExactly(now.ownerId().toString());
        assertThat(types()).containsOnlyOnce("project.transferred");
    }

    /** Each takes it from whoever has it: every success is one entry, and there is one owner at the end. */
    @Test
    void aProjectPassedAroundByManyHasOneOwnerAndOneEntryPerSuccess() throws Exception {
        List<Caller> people = new ArrayList<>(List.of(owner));
        for (int i = 1; i < THREADS; i++) {
            people.add(member("User " + i, Role.EDITOR));
        }
        List<Callable<Boolean>> runners = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Caller from = people.get(i);
            Caller to = people.get((i + 1) % THREADS);
            runners.add(() -> transferred(from, to));
        }
        int successes = 0;
        for (int round = 0; round < 4; round++) {
            successes += race(runners);
        }
        assertThat(successes).isPositive();
        assertThat(types().stream().filter("project.transferred"::equals)).hasSize(successes);
        assertThat(owners())
                .containsExactly(services.projects().get(owner, CRN).ownerId().toString());
    }

    private boolean transferred(Caller from, Caller to) {
        try {
            services.members().transfer(from, CRN, Expected.ANY, to.userId());
            return true;
        } catch (DomainError refused) {
            assertThat(refused.code()).isIn(ErrorCode.ROLE_REQUIRED, ErrorCode.NOT_FOUND);
            return false;
        }
    }

    private static int race(List<Callable<Boolean>> runners) throws Exception {
        CyclicBarrier start = new CyclicBarrier(runners.size());
        int successes = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(runners.size())) {
            List<Future<Boolean>> running = new ArrayList<>();
            for (Callable<Boolean> runner : runners) {
                running.add(pool.submit(() -> {
                    start.await();
                    return runner.call();
                }));
            }
            for (Future<Boolean> done : running) {
                successes += done.get() ? 1 : 0;
            }
        }
        return successes;
    }

    private List<String> owners() {
        return members().stream()
                .filter(view -> view.member().role() == Role.OWNER)
                .map(view -> view.member().userId().toString())
                .toList();
    }

    private List<MemberView> members() {
        return services.members()
                .list(owner, CRN, PageRequest.first(MemberRepository.ORDER))
                .items();
    }

    private MemberView member(Caller caller) {
        return services.members().get(owner, CRN, caller.userId());
    }

    private List<String> types() {
        return log().stream().map(Activity::type).toList();
    }

    private List<Activity> log() {
        return services.activity()
                .list(
                        owner,
                        CRN,
                        new ActivityFilter(null, null, null, List.of()),
                        new PageRequest(PageRequest.LIMIT_MAX, null, ActivityLog.NEWEST_FIRST, false))
                .items();
    }
}
