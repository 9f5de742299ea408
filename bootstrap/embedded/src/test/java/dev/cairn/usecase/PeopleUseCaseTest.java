package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import dev.cairn.application.port.IdGenerator;
import dev.cairn.application.port.Transactions;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.setting.SettingService;
import dev.cairn.application.user.IssuedToken;
import dev.cairn.application.user.LocalOwner;
import dev.cairn.application.user.LogIn;
import dev.cairn.application.user.NewToken;
import dev.cairn.application.user.OwnedProjects;
import dev.cairn.application.user.Register;
import dev.cairn.application.user.SignedIn;
import dev.cairn.domain.activity.ActivityFilter;
import dev.cairn.domain.activity.ActivityLog;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Edit;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.setting.SettingHome;
import dev.cairn.domain.setting.SettingKey;
import dev.cairn.domain.setting.SettingRepository;
import dev.cairn.domain.user.ApiToken;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.Preferences;
import dev.cairn.domain.user.Presence;
import dev.cairn.domain.user.Scope;
import dev.cairn.domain.user.SystemRole;
import dev.cairn.domain.user.Theme;
import dev.cairn.domain.user.Token;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserContent;
import dev.cairn.domain.user.UserFilter;
import dev.cairn.domain.user.UserRepository;
import dev.cairn.domain.user.UserType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Users, agents, API tokens, preferences and settings (R16–R18). */
class PeopleUseCaseTest extends UseCaseTest {
    private static final String PASSWORD = "correct horse battery";
    private static final PageRequest OLDEST = PageRequest.first(Sort.by(Sort.asc("createdAt")));

    private Caller ada;
    private SignedIn bobsSession;
    private Caller bob;

    @BeforeEach
    void register() {
        ada = holder(cairn.accounts()
                        .register(owner, Register.of("ada", PASSWORD), null)
                        .token())
                .orElseThrow();
        bobsSession = cairn.accounts().register(Caller.anonymous(), Register.of("bob", PASSWORD), null);
        bob = holder(bobsSession.token()).orElseThrow();
    }

    Optional<Caller> holder(Token token) {
        return cairn.authentication().byToken(token.text()).caller();
    }

    @Test
    void theLastAdminCanNeitherBeDeactivatedNorDemoted() {
        assertRefused(ErrorCode.LAST_ADMIN, () -> deactivate(ada, ada.userId(), OwnedProjects.ARCHIVE));
        assertRefused(
                ErrorCode.LAST_ADMIN,
                () -> cairn.users().changeRole(ada, ada.userId(), Expected.ANY, SystemRole.MEMBER));
        cairn.users().changeRole(ada, bob.userId(), Expected.ANY, SystemRole.ADMIN);
        assertThat(deactivate(ada, ada.userId(), OwnedProjects.ARCHIVE).active())
                .isFalse();
        Caller nowAdmin = holder(bobsSession.token()).orElseThrow();
        assertRefused(ErrorCode.LAST_ADMIN, () -> deactivate(nowAdmin, bob.userId(), OwnedProjects.ARCHIVE));
    }

    /** The local token is the built-in owner's and nobody else's: whoever has its file does not become the next admin. */
    @Test
    void theLocalOwnerStaysWhoItIsAndIsNobodyWhileDeactivated() {
        Caller bobNow = promoted();
        cairn.users().changeRole(bobNow, ada.userId(), Expected.ANY, SystemRole.MEMBER);
        assertThat(cairn.owner().userId()).isEqualTo(ada.userId());
        assertThat(cairn.owner().isAdmin()).as("demoted").isFalse();
        cairn.users().update(ada, ada.userId(), Expected.ANY, user -> user.withName("Ada L."));
        assertThat(cairn.owner().name()).isEqualTo("Ada L.");
        deactivate(bobNow, ada.userId(), OwnedProjects.ARCHIVE);
        assertThat(services.get(LocalOwner.class).caller()).isEmpty();
        assertRefused(ErrorCode.ALREADY_DEACTIVATED, () -> cairn.owner());
        cairn.close();
        cairn = Cairn.open(CairnOptions.of(database).withClock(clock));
        assertThat(cairn.get(LocalOwner.class).id()).as("after a restart").isEqualTo(ada.userId());
        cairn.users().reactivate(bobNow, ada.userId(), Expected.ANY);
        assertThat(cairn.owner().userId()).isEqualTo(ada.userId());
    }

    /** A change that is rolled back with the transaction it belongs to has not happened to the owner either (ADR 12). */
    @Test
    void whatIsRolledBackDoesNotShowInTheLocalOwner() {
        Edit<UserContent> renamed = user -> user.withName("Somebody else");
        assertThatThrownBy(() -> cairn.get(Transactions.class).write(() -> {
                    cairn.users().update(ada, ada.userId(), Expected.ANY, renamed);
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");
        assertThat(cairn.owner().name()).isEqualTo("ada");
    }

    /** On PostgreSQL several servers may start at once on a new database. */
    @Test
    void ofManyFirstStartsOneMakesTheLocalOwner() throws Exception {
        SettingRepository settings = cairn.get(SettingRepository.class);
        cairn.get(Transactions.class).write(() -> settings.remove(SettingHome.SYSTEM, new SettingKey("localOwner")));
        Set<Id<User>> owners = ConcurrentHashMap.newKeySet();
        List<Callable<Boolean>> starts = Collections.nCopies(
                8,
                () -> owners.add(new LocalOwner(
                                cairn.get(Transactions.class),
                                cairn.get(UserRepository.class),
                                settings,
                                cairn.get(IdGenerator.class),
                                clock)
                        .id()));
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Boolean> start : threads.invokeAll(starts)) {
                start.get();
            }
        }
        assertThat(owners).hasSize(1);
        assertThat(cairn.users().list(ada, UserFilter.ANY, OLDEST).items())
                .as("ada, bob, and one new owner")
                .hasSize(3);
    }

    private Caller promoted() {
        cairn.users().changeRole(ada, bob.userId(), Expected.ANY, SystemRole.ADMIN);
        return holder(bobsSession.token()).orElseThrow();
    }

    @Test
    void ofTwoAdminsWhoDeactivateEachOtherOneStays() throws Exception {
        Caller other = promoted();
        List<Callable<Boolean>> attempts =
                List.of(() -> deactivates(ada, other.userId()), () -> deactivates(other, ada.userId()));
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            int done = 0;
            for (Future<Boolean> attempt : threads.invokeAll(attempts)) {
                done += attempt.get() ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
        }
        UserFilter active = new UserFilter(List.of(UserType.HUMAN), true, null, null);
        assertThat(cairn.users().list(ada, active, OLDEST).items())
                .filteredOn(user -> user.systemRole() == SystemRole.ADMIN)
                .hasSize(1);
    }

    private boolean deactivates(Caller caller, Id<User> user) {
        try {
            return !deactivate(caller, user, OwnedProjects.ARCHIVE).active();
        } catch (Conflict e) {
            assertThat(e.code()).isEqualTo(ErrorCode.LAST_ADMIN);
            return false;
        }
    }

    @Test
    void deactivatingEndsSessionsAndTokensAndTakesTheAgentsAlong() {
        User agent = cairn.users().createAgent(bob, UserContent.named("Robot"));
        IssuedToken agents = cairn.tokens().create(bob, forUser(agent.id(), Scope.READ, Scope.CLAIM));
        IssuedToken bobs = cairn.tokens().create(bob, NewToken.of("laptop", Scope.READ));
        assertThat(holder(agents.token()).orElseThrow().userId()).isEqualTo(agent.id());

        assertThat(deactivate(ada, bob.userId(), OwnedProjects.REFUSE).active()).isFalse();

        assertThat(holder(bobsSession.token())).isEmpty();
        assertThat(holder(bobs.token())).isEmpty();
        assertThat(holder(agents.token())).isEmpty();
        assertThat(cairn.users().get(ada, agent.id()).active()).isFalse();
        assertRefused(ErrorCode.INVALID_CREDENTIALS, () -> cairn.accounts().logIn(LogIn.of("bob", PASSWORD), null));
        assertRefused(ErrorCode.ALREADY_DEACTIVATED, () -> deactivate(ada, bob.userId(), OwnedProjects.REFUSE));
    }

    @Test
    void reactivatingBringsBackExactlyTheAgentsThatWentAlong() {
        User tired = cairn.users().createAgent(bob, UserContent.named("Tired"));
        User busy = cairn.users().createAgent(bob, UserContent.named("Busy"));
        deactivate(bob, tired.id(), OwnedProjects.REFUSE);
        clock.advance(Duration.ofSeconds(1));
        IssuedToken token = cairn.tokens().create(bob, forUser(busy.id(), Scope.READ));
        deactivate(ada, bob.userId(), OwnedProjects.REFUSE);
        clock.advance(Duration.ofSeconds(1));

        cairn.users().reactivate(ada, bob.userId(), Expected.ANY);

        assertThat(cairn.users().get(ada, busy.id()).active()).isTrue();
        assertThat(cairn.users().get(ada, tired.id()).active()).isFalse();
        assertThat(holder(token.token())).as("tokens do not come back").isEmpty();
        assertThat(cairn.accounts()
                        .logIn(LogIn.of("bob", PASSWORD), null)
                        .user()
                        .name())
                .isEqualTo("bob");
        assertRefused(ErrorCode.NOT_DEACTIVATED, () -> cairn.users().reactivate(ada, bob.userId(), Expected.ANY));
    }

    @Test
    void ownedProjectsMustBeTransferredFirstOrAreArchived() {
        cairn.projects().create(bob, CreateProject.of("BOB", "Bob's"));
        cairn.projects().create(bob, CreateProject.of("OLD", "Archived already"));
        cairn.projects().archive(bob, ProjectRef.parse("OLD"), Expected.ANY);
        assertRefused(ErrorCode.OWNS_PROJECTS, () -> deactivate(ada, bob.userId(), OwnedProjects.REFUSE));
        assertThat(ownsProjects(ada)).as("an admin sees no foreign projects").isEqualTo(Map.of("count", 1));
        assertThat(ownsProjects(bob)).isEqualTo(Map.of("count", 1, "projects", List.of("BOB")));
        assertThat(holder(bobsSession.token())).as("nothing has happened").isPresent();
        deactivate(ada, bob.userId(), OwnedProjects.ARCHIVE);
        var archived = stored(bob, "BOB");
        assertThat(archived.lifecycle().archived()).isTrue();
        assertThat(archived.lifecycle().version()).isEqualTo(1);
        assertThat(stored(bob, "OLD").lifecycle().version()).isEqualTo(1);
        assertThat(stored(ada, "CRN").lifecycle().archived()).isFalse();
    }

    @Test
    void onlyAdminsAndThemselvesDeactivateAUser() {
        SignedIn eve = cairn.accounts().register(Caller.anonymous(), Register.of("eve", PASSWORD), null);
        assertRefused(ErrorCode.ADMIN_REQUIRED, () -> deactivate(bob, eve.user().id(), OwnedProjects.REFUSE));
        assertThat(deactivate(bob, bob.userId(), OwnedProjects.REFUSE).active()).isFalse();
    }

    @Test
    void aTokenNeverDoesMoreThanItsOwner() {
        assertRefused(ErrorCode.SCOPE_EXCEEDED, () -> cairn.tokens().create(bob, NewToken.of("root", Scope.ADMIN)));
        cairn.users().changeRole(ada, bob.userId(), Expected.ANY, SystemRole.ADMIN);
        IssuedToken token = cairn.tokens()
                .create(holder(bobsSession.token()).orElseThrow(), NewToken.of("root", Scope.READ, Scope.ADMIN));
        assertThat(holder(token.token()).orElseThrow().isAdmin()).isTrue();
        cairn.users().changeRole(ada, bob.userId(), Expected.ANY, SystemRole.MEMBER);
        assertThat(holder(token.token()).orElseThrow().scopes()).containsExactly(Scope.READ);
    }

    @Test
    void aTokenDoesOnlyWhatItsScopesSay() {
        Caller reader = holder(cairn.tokens()
                        .create(ada, NewToken.of("reader", Scope.READ))
                        .token())
                .orElseThrow();
        assertThat(cairn.users().get(reader, ada.userId()).name()).isEqualTo("ada");
        assertRefused(
                ErrorCode.SCOPE_REQUIRED,
                () -> cairn.users().update(reader, ada.userId(), Expected.ANY, user -> user.withName("Eve")));
        assertRefused(
                ErrorCode.SCOPE_REQUIRED, () -> cairn.settings().put(reader, new SettingKey("theme"), new Json("1")));
        assertRefused(
                ErrorCode.ADMIN_REQUIRED,
                () -> cairn.users().changeRole(reader, bob.userId(), Expected.ANY, SystemRole.ADMIN));
    }

    @Test
    void aTokenMakesNoOtherTokenAndChangesNoPassword() {
        Caller program = holder(cairn.tokens()
                        .create(ada, NewToken.of("all", Scope.values()))
                        .token())
                .orElseThrow();
        assertRefused(
                ErrorCode.SESSION_REQUIRED, () -> cairn.tokens().create(program, NewToken.of("more", Scope.READ)));
        assertRefused(ErrorCode.SESSION_REQUIRED, () -> cairn.accounts().logOutEverywhere(program));
        assertRefused(ErrorCode.SESSION_REQUIRED, () -> deactivate(program, bob.userId(), OwnedProjects.REFUSE));
    }

    @Test
    void aProjectTokenIsMadeByTheProjectsOwnerAndKnowsItsLimit() {
        NewToken command = new NewToken("ci", Set.of(Scope.READ), null, CRN, null);
        IssuedToken issued = cairn.tokens().create(ada, command);
        assertThat(holder(issued.token()).orElseThrow().projectId()).isEqualTo(project.id());
        assertThat(cairn.tokens().list(ada, CRN, OLDEST).items()).hasSize(1);
        assertRefused(ErrorCode.NOT_FOUND, () -> cairn.tokens().create(bob, command));
        assertRefused(ErrorCode.NOT_FOUND, () -> cairn.tokens().list(bob, CRN, OLDEST));
        assertRefused(
                ErrorCode.NOT_FOUND,
                () -> cairn.tokens().revoke(bob, issued.apiToken().id()));
        cairn.projects().purge(ada, CRN, Expected.ANY);
        assertThat(holder(issued.token())).as("it goes with its project").isEmpty();
    }

    /** R18: what is in no project, such as its holder, the system's settings and the log, is not its business. */
    @Test
    void aProjectTokenReachesOnlyThatProject() {
        Caller ci = holder(cairn.tokens()
                        .create(ada, new NewToken("ci", Set.of(Scope.values()), null, CRN, null))
                        .token())
                .orElseThrow();
        assertThat(cairn.projects().get(ci, CRN)).isEqualTo(project);
        assertThat(cairn.users().get(ci, bob.userId()).name()).isEqualTo("bob");
        Edit<Preferences> dark = preferences -> preferences.withTheme(Theme.DARK);
        SettingKey key = new SettingKey("theme");
        for (ThrowingCallable beyond : List.<ThrowingCallable>of(
                () -> cairn.users().update(ci, ada.userId(), Expected.ANY, user -> user.withName("Eve")),
                () -> cairn.users().update(ci, bob.userId(), Expected.ANY, user -> user.withName("Eve")),
                () -> cairn.preferences().get(ci),
                () -> cairn.preferences().update(ci, dark),
                () -> cairn.settings().mine(ci),
                () -> cairn.settings().put(ci, key, new Json("1")),
                () -> cairn.settings().remove(ci, key),
                () -> cairn.settings().changeSystem(ci, settings -> settings.withOpenRegistration(false)),
                () -> cairn.projects().create(ci, CreateProject.of("NEW", "New")))) {
            assertRefused(ErrorCode.SCOPE_REQUIRED, beyond);
        }
    }

    @Test
    void aProjectTokenOfAnAdminIsNoAdmin() {
        Edit<UserContent> address = user -> user.withEmail("bob@example.org");
        cairn.users().update(bob, bob.userId(), Expected.ANY, address);
        Caller ci = holder(cairn.tokens()
                        .create(ada, new NewToken("ci", Set.of(Scope.values()), null, CRN, null))
                        .token())
                .orElseThrow();
        assertThat(email(ada)).isEqualTo("bob@example.org");
        assertThat(email(ci)).isNull();
    }

    @Test
    void whereFoldersOfTheMachineAreIsSaidToAdminsOnly() {
        var _ = cairn.settings()
                .changeSystem(
                        ada,
                        settings -> settings.withIndexFolders("/srv/projects").withIndexFileBytes(7));
        assertThat(cairn.settings().system(ada).indexFolders()).isEqualTo("/srv/projects");
        assertThat(cairn.settings().system(bob))
                .isEqualTo(cairn.settings().system(ada).withIndexFolders(""));
    }

    @Test
    void whatIsSoAlreadyIsNoChangeAndLeavesNoEntry() {
        SettingKey key = new SettingKey("theme");
        cairn.settings().put(ada, key, new Json("1"));
        cairn.settings()
                .changeSystem(
                        ada, settings -> settings.withOpenRegistration(true).withActivityRetentionDays(9));
        cairn.preferences().update(ada, preferences -> preferences.withTheme(Theme.DARK));
        User before = cairn.users().get(ada, bob.userId());
        long newest = newestEntry();
        cairn.settings().put(ada, key, new Json("1"));
        cairn.settings().changeSystem(ada, settings -> settings.withActivityRetentionDays(9));
        cairn.preferences().update(ada, preferences -> preferences.withTheme(Theme.DARK));
        assertThat(cairn.users().update(ada, bob.userId(), Expected.ANY, user -> user.withName("bob")))
                .isEqualTo(before);
        assertThat(cairn.users().changeRole(ada, bob.userId(), Expected.ANY, before.systemRole()))
                .isEqualTo(before);
        assertThat(newestEntry()).isEqualTo(newest);
    }

    private long newestEntry() {
        ActivityFilter mine = new ActivityFilter(null, ada.userId(), null, List.of());
        return cairn.activity()
                .list(ada, null, mine, PageRequest.first(ActivityLog.NEWEST_FIRST))
                .items()
                .getFirst()
                .seq();
    }

    @Test
    void aTokenIsOverAtExactlyExpiresAt() {
        Instant end = clock.instant().plus(Duration.ofDays(1));
        IssuedToken issued = cairn.tokens().create(bob, new NewToken("day", Set.of(Scope.READ), null, null, end));
        clock.advance(Duration.ofDays(1).minusMillis(1));
        assertThat(holder(issued.token())).isPresent();
        clock.advance(Duration.ofMillis(1));
        assertThat(holder(issued.token())).isEmpty();
        assertRefused(
                ErrorCode.RANGE,
                () -> cairn.tokens().create(bob, new NewToken("past", Set.of(Scope.READ), null, null, end)));
    }

    @Test
    void aRevokedTokenIsOverAtOnceAndNoLongerListed() {
        IssuedToken kept = cairn.tokens().create(bob, NewToken.of("kept", Scope.READ));
        IssuedToken lost = cairn.tokens().create(bob, NewToken.of("lost", Scope.READ));
        cairn.tokens().revoke(bob, lost.apiToken().id());
        cairn.tokens().revoke(bob, lost.apiToken().id());
        assertThat(holder(lost.token())).isEmpty();
        assertThat(holder(kept.token())).isPresent();
        assertThat(cairn.tokens().list(bob, null, OLDEST).items())
                .extracting(ApiToken::name)
                .containsExactly("kept");
    }

    @Test
    void theUseOfATokenIsNotedToTheMinute() {
        IssuedToken issued = cairn.tokens().create(bob, NewToken.of("used", Scope.READ));
        assertThat(lastUse()).isNull();
        Instant first = clock.instant();
        holder(issued.token());
        clock.advance(Duration.ofSeconds(59));
        holder(issued.token());
        assertThat(lastUse()).isEqualTo(first);
        clock.advance(Duration.ofSeconds(1));
        holder(issued.token());
        assertThat(lastUse()).isEqualTo(first.plusSeconds(60));
    }

    @Test
    void tokensAreForOneselfAndForOnesAgents() {
        User agent = cairn.users().createAgent(ada, UserContent.named("Ada's"));
        assertRefused(ErrorCode.NOT_YOURS, () -> cairn.tokens().create(bob, forUser(agent.id(), Scope.READ)));
        IssuedToken issued = cairn.tokens().create(ada, forUser(agent.id(), Scope.CLAIM));
        assertThat(cairn.tokens().list(ada, null, OLDEST).items())
                .extracting(ApiToken::userId)
                .containsExactly(agent.id());
        assertRefused(
                ErrorCode.NOT_FOUND,
                () -> cairn.tokens().revoke(bob, issued.apiToken().id()));
    }

    @Test
    void aUserHasAtMostAHundredTokens() {
        for (int i = 0; i < ApiToken.COUNT_MAX; i++) {
            cairn.tokens().create(bob, NewToken.of("token " + i, Scope.READ));
        }
        assertRefused(ErrorCode.AT_LIMIT, () -> cairn.tokens().create(bob, NewToken.of("more", Scope.READ)));
    }

    @Test
    void anAgentHasNoAccountAndIsNeverAdmin() {
        User agent = cairn.users().createAgent(ada, UserContent.named("Robot"));
        assertThat(agent.type()).isEqualTo(UserType.AGENT);
        assertThat(agent.ownerId()).isEqualTo(ada.userId());
        assertRefused(
                ErrorCode.TRANSITION_REFUSED,
                () -> cairn.users().changeRole(ada, agent.id(), Expected.ANY, SystemRole.ADMIN));
    }

    @Test
    void usersAreListedByNameAndAddressesAreForTheirOwners() {
        Edit<UserContent> fields = user -> user.withEmail("bob@example.org").withPresence(Presence.AWAY);
        cairn.users().update(bob, bob.userId(), Expected.ANY, fields);
        cairn.users().createAgent(bob, UserContent.named("Robot"));
        PageRequest byName = PageRequest.first(Sort.by(Sort.asc("name")));
        assertThat(cairn.users().list(bob, UserFilter.ANY, byName).items())
                .extracting(User::name)
                .containsExactly("ada", "bob", "Robot");
        UserFilter agents = new UserFilter(List.of(UserType.AGENT), true, bob.userId(), "ROB");
        assertThat(cairn.users().list(ada, agents, byName).items())
                .extracting(User::name)
                .containsExactly("Robot");
        SignedIn eve = cairn.accounts().register(Caller.anonymous(), Register.of("eve", PASSWORD), null);
        Caller stranger = holder(eve.token()).orElseThrow();
        assertThat(email(stranger)).isNull();
        assertThat(email(bob)).isEqualTo("bob@example.org");
        assertThat(email(ada)).isEqualTo("bob@example.org");
        assertRefused(
                ErrorCode.ADMIN_REQUIRED,
                () -> cairn.users().update(stranger, bob.userId(), Expected.ANY, user -> user.withName("Eve's")));
        assertRefused(
                ErrorCode.STALE_VERSION,
                () -> cairn.users().update(bob, bob.userId(), new Expected(0L), user -> user.withName("Bob")));
    }

    @Test
    void preferencesAreOnesOwn() {
        Edit<Preferences> dark = preferences ->
                preferences.withTheme(Theme.DARK).withLanguage("pt-br").withTimezone("Europe/Berlin");
        assertThat(cairn.preferences().update(bob, dark).language()).isEqualTo("pt-BR");
        assertThat(cairn.preferences().get(bob).theme()).isEqualTo(Theme.DARK);
        assertThat(cairn.preferences().get(ada).theme()).isEqualTo(Theme.SYSTEM);
        for (String wrong : List.of("not a language", "x_y", "💥")) {
            assertRefused(
                    ErrorCode.FORMAT,
                    () -> cairn.preferences().update(bob, preferences -> preferences.withLanguage(wrong)));
        }
        assertRefused(
                ErrorCode.FORMAT,
                () -> cairn.preferences().update(bob, preferences -> preferences.withTimezone("Mars/Olympus")));
    }

    @Test
    void settingsOfAUserAreTheirOwnAndBounded() {
        SettingKey key = new SettingKey("board.columns");
        cairn.settings().put(bob, key, new Json("[1,2]"));
        cairn.settings().put(bob, key, new Json("[3]"));
        assertThat(cairn.settings().mine(bob)).hasSize(1).containsEntry(key, new Json("[3]"));
        assertThat(cairn.settings().mine(ada)).isEmpty();
        cairn.settings().remove(bob, key);
        assertRefused(ErrorCode.NOT_FOUND, () -> cairn.settings().remove(bob, key));
        for (int i = 0; i < SettingService.COUNT_MAX; i++) {
            cairn.settings().put(bob, new SettingKey("k" + i), new Json("true"));
        }
        assertRefused(ErrorCode.AT_LIMIT, () -> cairn.settings().put(bob, key, new Json("1")));
        cairn.settings().put(bob, new SettingKey("k1"), new Json("false"));
    }

    private User deactivate(Caller caller, Id<User> user, OwnedProjects owned) {
        return cairn.users().deactivate(caller, user, Expected.ANY, owned);
    }

    private Map<String, Object> ownsProjects(Caller caller) {
        try {
            deactivate(caller, bob.userId(), OwnedProjects.REFUSE);
        } catch (Conflict refused) {
            return refused.details();
        }
        throw new AssertionError("Bob was deactivated");
    }

    private Project stored(Caller reader, String key) {
        return cairn.projects().get(reader, ProjectRef.parse(key));
    }

    private @Nullable String email(Caller reader) {
        return cairn.users().get(reader, bob.userId()).content().email();
    }

    private @Nullable Instant lastUse() {
        return cairn.tokens().list(bob, null, OLDEST).items().getFirst().lastUsedAt();
    }

    private static NewToken forUser(Id<User> user, Scope... scopes) {
        return new NewToken("for an agent", Scope.set(List.of(scopes)), user, null, null);
    }
}
