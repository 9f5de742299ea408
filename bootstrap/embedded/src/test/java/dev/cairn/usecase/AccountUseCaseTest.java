package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.project.CreateProject;
import dev.cairn.application.user.ChangePassword;
import dev.cairn.application.user.IssuedToken;
import dev.cairn.application.user.LogIn;
import dev.cairn.application.user.NewToken;
import dev.cairn.application.user.OwnedProjects;
import dev.cairn.application.user.Register;
import dev.cairn.application.user.SignedIn;
import dev.cairn.application.user.TokenHolder;
import dev.cairn.domain.error.DomainError;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Edit;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.user.Account;
import dev.cairn.domain.user.AccountRepository;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.Password;
import dev.cairn.domain.user.Preferences;
import dev.cairn.domain.user.Presence;
import dev.cairn.domain.user.Scope;
import dev.cairn.domain.user.Session;
import dev.cairn.domain.user.SystemRole;
import dev.cairn.domain.user.Token;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserContent;
import dev.cairn.domain.user.Username;
import dev.cairn.persistence.jdbc.Sql;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Registering, logging in and out, passwords and sessions (R13–R16). */
class AccountUseCaseTest extends UseCaseTest {
    static final String PASSWORD = "correct horse battery";
    private static final int THREADS = 8;
    private static final PageRequest NEWEST = PageRequest.first(Sort.by(Sort.desc("createdAt")));

    SignedIn ada() {
        return cairn.accounts().register(owner, Register.of("ada", PASSWORD), "test");
    }

    SignedIn register(String username) {
        return cairn.accounts().register(Caller.anonymous(), Register.of(username, PASSWORD), null);
    }

    SignedIn logIn(String username, String password) {
        return cairn.accounts().logIn(LogIn.of(username, password), "test");
    }

    Optional<Caller> holder(SignedIn signedIn) {
        return holder(signedIn.token());
    }

    Optional<Caller> holder(Token token) {
        return cairn.authentication().byToken(token.text()).caller();
    }

    Caller caller(SignedIn signedIn) {
        return holder(signedIn).orElseThrow();
    }

    @Test
    void theFirstRegistrationTakesOverTheLocalOwnerWithEverythingItOwns() {
        SignedIn ada = ada();
        assertThat(ada.user().id()).isEqualTo(owner.userId());
        assertThat(ada.user().name()).isEqualTo("ada");
        assertThat(ada.user().systemRole()).isEqualTo(SystemRole.ADMIN);
        assertThat(cairn.projects().get(caller(ada), CRN).ownerId())
                .isEqualTo(ada.user().id());
        assertThat(cairn.owner().userId()).isEqualTo(ada.user().id());
        assertThat(cairn.owner().name()).isEqualTo("ada");
    }

    @Test
    void onlyTheLocalOwnerMayMakeTheFirstRegistration() {
        assertRefused(ErrorCode.LOCAL_OWNER_REQUIRED, () -> register("mallory"));
        assertThat(ada().user().id()).isEqualTo(owner.userId());
        assertThat(register("bob").user().id()).isNotEqualTo(owner.userId());
    }

    /** An admin may have made accounts for others first: the owner's own registration is still the one that takes over. */
    @Test
    void theOwnerRegistersEvenAfterItHasMadeAccountsForOthers() {
        cairn.accounts().add(owner, Register.of("bob", PASSWORD));
        assertRefused(ErrorCode.LOCAL_OWNER_REQUIRED, () -> register("mallory"));
        SignedIn ada = ada();
        assertThat(ada.user().id()).isEqualTo(owner.userId());
        assertThat(ada.user().systemRole()).isEqualTo(SystemRole.ADMIN);
        assertThat(register("eve").user().systemRole()).isEqualTo(SystemRole.MEMBER);
    }

    /** ADR 18: whoever steals a key for programs gets neither a password nor a session by it. */
    @Test
    void anApiTokenOfTheOwnerDoesNotTakeOverItsAccount() {
        IssuedToken key = cairn.tokens().create(owner, NewToken.of("program", Scope.READ, Scope.WRITE, Scope.ADMIN));
        Caller program = holder(key.token()).orElseThrow();
        assertRefused(
                ErrorCode.SESSION_REQUIRED,
                () -> cairn.accounts().register(program, Register.of("mallory", PASSWORD), null));
        assertThat(ada().user().id()).isEqualTo(owner.userId());
    }

    @Test
    void whereTheOwnerWasDeactivatedWithoutAnAccountOthersRegisterAllTheSame() {
        User bob = cairn.accounts().add(owner, Register.of("bob", PASSWORD));
        cairn.users().changeRole(owner, bob.id(), Expected.ANY, SystemRole.ADMIN);
        cairn.users().deactivate(owner, owner.userId(), Expected.ANY, OwnedProjects.ARCHIVE);
        assertThat(register("eve").user().systemRole()).isEqualTo(SystemRole.MEMBER);
    }

    @Test
    void aPersonListsTheirOwnSessionsNewestFirstWithoutThoseThatHaveEnded() {
        SignedIn old = ada();
        clock.advance(Duration.ofHours(1));
        SignedIn ended = logIn("ada", PASSWORD);
        SignedIn young = logIn("ada", PASSWORD);
        register("bob");
        cairn.accounts().logOut(caller(ended));
        assertThat(mine(young))
                .containsExactly(young.session().id(), old.session().id());
        clock.advance(Session.LIFE.minus(Duration.ofHours(1)));
        assertThat(mine(young))
                .as("the old one has expired")
                .containsExactly(young.session().id());
    }

    @Test
    void aPersonEndsOneOfTheirSessionsAndNobodyElses() {
        SignedIn ada = ada();
        SignedIn lost = logIn("ada", PASSWORD);
        SignedIn bob = register("bob");
        cairn.accounts().endSession(caller(ada), lost.session().id());
        assertThat(holder(lost)).isEmpty();
        assertThat(holder(ada)).isPresent();
        Caller caller = caller(ada);
        assertRefused(
                ErrorCode.NOT_FOUND,
                () -> cairn.accounts().endSession(caller, lost.session().id()));
        assertRefused(
                ErrorCode.NOT_FOUND,
                () -> cairn.accounts().endSession(caller, bob.session().id()));
        assertThat(holder(bob)).isPresent();
    }

    @Test
    void aKeyForProgramsNeitherListsNorEndsSessions() {
        SignedIn ada = ada();
        Caller program = holder(cairn.tokens()
                        .create(caller(ada), NewToken.of("program", Scope.READ, Scope.WRITE))
                        .token())
                .orElseThrow();
        assertRefused(ErrorCode.SESSION_REQUIRED, () -> cairn.accounts().sessions(program, NEWEST));
        assertRefused(
                ErrorCode.SESSION_REQUIRED,
                () -> cairn.accounts().endSession(program, ada.session().id()));
    }

    @Test
    void theSecondToRegisterIsAMember() {
        ada();
        SignedIn bob = register("bob");
        assertThat(bob.user().systemRole()).isEqualTo(SystemRole.MEMBER);
        assertThat(caller(bob).isAdmin()).isFalse();
        assertThat(caller(bob).scopes()).isEqualTo(SystemRole.MEMBER.scopes());
    }

    @Test
    void registeringWritesUserAccountPreferencesAndSession() {
        SignedIn ada = ada();
        assertThat(logIn("ADA", PASSWORD).user().id()).isEqualTo(ada.user().id());
        assertThat(cairn.preferences().get(caller(ada))).isEqualTo(Preferences.DEFAULT);
        assertThat(holder(ada)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob", "BOB", "ｂｏｂ"})
    void aTakenUsernameIsAConflictIgnoringCaseAndLeavesNothing(String same) {
        ada();
        register("Bob");
        long before = users();
        assertRefused(ErrorCode.USERNAME_TAKEN, () -> register(same));
        assertThat(users()).isEqualTo(before);
    }

    @Test
    void aTakenAddressIsAConflictIgnoringCase() {
        SignedIn ada = ada();
        Edit<UserContent> address = user -> user.withEmail("Ada@Example.org");
        cairn.users().update(caller(ada), ada.user().id(), Expected.ANY, address);
        Register same = new Register(new Username("bob"), new Password(PASSWORD), withEmail("ada@example.ORG"));
        assertRefused(ErrorCode.EMAIL_TAKEN, () -> cairn.accounts().register(Caller.anonymous(), same, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "a b c", "a\u200Bbc", "abc\u202E", "a\u0000bc", "\uD800abc"})
    void aUsernameHas3To50CharactersThatCanBeSeen(String name) {
        assertThatThrownBy(() -> new Username(name)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new Username("x".repeat(51))).isInstanceOf(Invalid.class);
    }

    @Test
    void registrationCanBeClosedAndThenAdminsMakeAccounts() {
        Caller ada = caller(ada());
        cairn.settings().changeSystem(ada, settings -> settings.withOpenRegistration(false));
        assertRefused(ErrorCode.REGISTRATION_CLOSED, () -> register("bob"));
        cairn.accounts().add(ada, Register.of("bob", PASSWORD));
        SignedIn bob = logIn("bob", PASSWORD);
        assertRefused(ErrorCode.ADMIN_REQUIRED, () -> cairn.accounts().add(caller(bob), Register.of("eve", PASSWORD)));
        assertRefused(
                ErrorCode.ADMIN_REQUIRED,
                () -> cairn.settings().changeSystem(caller(bob), settings -> settings.withOpenRegistration(true)));
    }

    @Test
    void anUnknownUserAndAWrongPasswordAreRefusedByTheSameWords() {
        ada();
        DomainError unknown = refusal("nobody", PASSWORD);
        DomainError wrong = refusal("ada", PASSWORD + "!");
        assertThat(unknown.code()).isEqualTo(ErrorCode.INVALID_CREDENTIALS);
        assertThat(wrong.code()).isEqualTo(unknown.code());
        assertThat(wrong.reason()).isEqualTo(unknown.reason());
        assertThat(wrong.details()).isEqualTo(unknown.details());
    }

    @Test
    void fiveFailuresLockTheAccountForExactly15Minutes() {
        ada();
        fail("ada", Account.FAILURES_MAX);
        DomainError locked = refusal("ada", PASSWORD);
        assertThat(locked.reason()).isEqualTo(refusal("nobody", PASSWORD).reason());
        clock.advance(Account.LOCKED.minusMillis(1));
        refusal("ada", PASSWORD);
        clock.advance(Duration.ofMillis(1));
        assertThat(logIn("ada", PASSWORD).user().name()).isEqualTo("ada");
    }

    @Test
    void fourFailuresAreForgottenAfterTheRightPassword() {
        ada();
        fail("ada", Account.FAILURES_MAX - 1);
        logIn("ada", PASSWORD);
        fail("ada", Account.FAILURES_MAX - 1);
        assertThat(logIn("ada", PASSWORD).user().name()).isEqualTo("ada");
    }

    @Test
    void attemptsWhileLockedDoNotMakeTheLockLonger() {
        ada();
        fail("ada", Account.FAILURES_MAX);
        clock.advance(Account.LOCKED.minusMinutes(1));
        fail("ada", Account.FAILURES_MAX);
        clock.advance(Duration.ofMinutes(1));
        fail("ada", Account.FAILURES_MAX - 1);
        assertThat(logIn("ada", PASSWORD).user().name()).isEqualTo("ada");
    }

    @Test
    void failuresAtTheSameTimeAreAllCounted() throws Exception {
        SignedIn ada = ada();
        together(Account.FAILURES_MAX - 1, () -> refusal("ada", PASSWORD + "?"));
        assertThat(account(ada).lockedAt(clock.instant())).isFalse();
        refusal("ada", PASSWORD + "?");
        assertThat(account(ada).lockedAt(clock.instant())).isTrue();
    }

    @Test
    void ofManyFirstRegistrationsOneTakesOverAndNobodyElseIsAdmin() throws Exception {
        List<SignedIn> all = together(
                THREADS,
                () -> cairn.accounts()
                        .register(
                                owner, Register.of("u" + Thread.currentThread().threadId(), PASSWORD), null));
        assertThat(all)
                .filteredOn(one -> one.user().id().equals(owner.userId()))
                .hasSize(1);
        assertThat(all)
                .filteredOn(one -> one.user().systemRole() == SystemRole.ADMIN)
                .hasSize(1);
    }

    /** As for a browser that was let in by the server's own token. */
    @Test
    void whoIsKnownBeginsASessionAndAProgramDoesNot() {
        SignedIn begun = cairn.accounts().begin(owner, "browser");
        assertThat(caller(begun).userId()).isEqualTo(owner.userId());
        assertThat(begun.session().userAgent()).isEqualTo("browser");
        IssuedToken program = cairn.tokens().create(owner, NewToken.of("ci", Scope.READ));
        assertRefused(
                ErrorCode.SESSION_REQUIRED,
                () -> cairn.accounts().begin(holder(program.token()).orElseThrow(), null));
        cairn.accounts().logOutEverywhere(owner);
        assertThat(holder(begun)).isEmpty();
    }

    @Test
    void aSessionIsOverAtExactlyExpiresAt() {
        SignedIn ada = ada();
        assertThat(ada.session().expiresAt()).isEqualTo(clock.instant().plus(Session.LIFE));
        clock.advance(Session.LIFE.minusMillis(1));
        assertThat(holder(ada)).isPresent();
        clock.advance(Duration.ofMillis(1));
        assertThat(holder(ada)).isEmpty();
    }

    @Test
    void expiredSessionsAreDeletedAtMostOnceAMinute() {
        SignedIn old = ada();
        clock.advance(Duration.ofSeconds(30));
        SignedIn young = logIn("ada", PASSWORD);
        clock.advance(Session.LIFE.minusSeconds(31));
        assertThat(holder(young)).isPresent();
        clock.advance(Duration.ofSeconds(1));
        assertThat(holder(old)).isEmpty();
        assertThat(sessions())
                .as("a second after the last time nothing is deleted")
                .isEqualTo(2);
        clock.advance(Duration.ofSeconds(59));
        assertThat(holder(young)).isEmpty();
        assertThat(sessions()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "cairn_s_",
                "Bearer x",
                "\uD800",
                "\u0000",
                "cairn_s_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void whateverIsNoTokenYieldsNobodyAndNeverThrows(String text) {
        assertThat(cairn.authentication().byToken(text)).isEqualTo(new TokenHolder.Nobody());
        assertThat(cairn.authentication().byToken(text.repeat(10_000))).isEqualTo(new TokenHolder.Nobody());
    }

    @Test
    void validatingNeverThrowsEvenWhenTheDatabaseIsGoneAndSaysThatItCannotTell() {
        SignedIn ada = ada();
        cairn.close();
        assertThat(cairn.authentication().byToken(ada.token().text())).isInstanceOf(TokenHolder.Untold.class);
    }

    @Test
    void logoutEndsThisSessionAndNoOther() {
        SignedIn ada = ada();
        SignedIn other = logIn("ada", PASSWORD);
        SignedIn bob = register("bob");
        cairn.accounts().logOut(caller(ada));
        assertThat(holder(ada)).isEmpty();
        assertThat(holder(other)).isPresent();
        assertThat(holder(bob)).as("another user's session survives a logout").isPresent();
        assertRefused(ErrorCode.SESSION_REQUIRED, () -> cairn.accounts().logOut(owner));
    }

    @Test
    void logoutEverywhereEndsAllSessionsOfThisUserOnly() {
        SignedIn ada = ada();
        SignedIn other = logIn("ada", PASSWORD);
        SignedIn bob = register("bob");
        assertThat(cairn.accounts().logOutEverywhere(caller(ada))).isEqualTo(2);
        assertThat(holder(ada)).isEmpty();
        assertThat(holder(other)).isEmpty();
        assertThat(holder(bob)).isPresent();
    }

    @Test
    void aPasswordChangeEndsTheOtherSessions() {
        SignedIn ada = ada();
        SignedIn other = logIn("ada", PASSWORD);
        SignedIn bob = register("bob");
        cairn.accounts().changePassword(caller(ada), change(PASSWORD, "another password"));
        assertThat(holder(ada)).as("this session goes on").isPresent();
        assertThat(holder(other)).isEmpty();
        assertThat(holder(bob)).isPresent();
        refusal("ada", PASSWORD);
        assertThat(logIn("ada", "another password").user().name()).isEqualTo("ada");
    }

    @Test
    void aWrongCurrentPasswordChangesNothingAndCountsAsAFailure() {
        SignedIn ada = ada();
        for (int i = 0; i < Account.FAILURES_MAX; i++) {
            assertRefused(
                    ErrorCode.WRONG_PASSWORD,
                    () -> cairn.accounts().changePassword(caller(ada), change("a wrong one", "another password")));
        }
        refusal("ada", PASSWORD);
        assertRefused(
                ErrorCode.WRONG_PASSWORD,
                () -> cairn.accounts().changePassword(caller(ada), change(PASSWORD, "another password")));
        clock.advance(Account.LOCKED);
        assertThat(logIn("ada", PASSWORD).user().name()).isEqualTo("ada");
    }

    @Test
    void whatARegisteredUserDoesIsTheirs() {
        SignedIn ada = ada();
        SignedIn bob = register("bob");
        var created = cairn.projects().create(caller(bob), CreateProject.of("BOB", "Bob's"));
        assertThat(created.ownerId())
                .isEqualTo(bob.user().id())
                .isNotEqualTo(ada.user().id());
        assertThat(cairn.projects()
                        .get(caller(bob), ProjectRef.of(created.id()))
                        .ownerId())
                .isEqualTo(bob.user().id());
    }

    private List<Id<Session>> mine(SignedIn signedIn) {
        return cairn.accounts().sessions(caller(signedIn), NEWEST).items().stream()
                .map(Session::id)
                .toList();
    }

    private static ChangePassword change(String current, String replacement) {
        return new ChangePassword(new Password(current), new Password(replacement));
    }

    private static UserContent withEmail(String email) {
        return new UserContent("Bob", email, null, Presence.OFFLINE);
    }

    private void fail(String username, int times) {
        for (int i = 0; i < times; i++) {
            refusal(username, PASSWORD + i);
        }
    }

    private DomainError refusal(String username, String password) {
        try {
            logIn(username, password);
        } catch (DomainError e) {
            assertThat(e.code()).isEqualTo(ErrorCode.INVALID_CREDENTIALS);
            return e;
        }
        throw new AssertionError(username + " was let in");
    }

    private long users() {
        return count("users");
    }

    private long sessions() {
        return count("sessions");
    }

    private long count(String table) {
        return cairn.get(Sql.class).one("SELECT count(*) AS n FROM " + table, row -> row.integer("n"));
    }

    private Account account(SignedIn signedIn) {
        return cairn.get(AccountRepository.class).find(signedIn.user().id()).orElseThrow();
    }

    private static <T> List<T> together(int times, Callable<T> work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
            List<Future<T>> running = threads.invokeAll(Collections.nCopies(times, work));
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        }
    }
}
