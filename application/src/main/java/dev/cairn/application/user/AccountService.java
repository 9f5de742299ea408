package dev.cairn.application.user;

import dev.cairn.application.work.Act;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.error.Denied;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.user.Account;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.Password;
import dev.cairn.domain.user.PasswordHash;
import dev.cairn.domain.user.Scope;
import dev.cairn.domain.user.Session;
import dev.cairn.domain.user.SessionRepository;
import dev.cairn.domain.user.Token;
import dev.cairn.domain.user.TokenKind;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserContent;
import dev.cairn.domain.user.Username;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Use cases of accounts and sessions. Passwords are hashed before a transaction begins (R12). */
public final class AccountService {
    /** Stands for a missing account, whose login does the same lookups and writes as any other (R15). */
    private static final Id<User> NOBODY = Caller.anonymous().userId();

    private final UnitOfWork work;
    private final PeopleStores stores;
    private final Secrets secrets;
    private final Enrolment enrolment;

    public AccountService(UnitOfWork work, PeopleStores stores, Secrets secrets, LocalOwner owner) {
        this.work = work;
        this.stores = stores;
        this.secrets = secrets;
        this.enrolment = new Enrolment(stores, owner);
    }

    /**
     * Writes user, account, preferences and a first session in one transaction (R13). Conflicts: {@code username_taken},
     * {@code email_taken}. Denied: {@code registration_closed}; while the built-in owner has no account,
     * {@code local_owner_required} unless the caller is that owner, and {@code session_required} if it comes by an API
     * token.
     *
     * @param userAgent the client's user agent
     */
    public SignedIn register(Caller caller, Register command, @Nullable String userAgent) {
        PasswordHash hash = secrets.passwords().hash(command.password());
        Token token = secrets.tokens().next(TokenKind.SESSION);
        return work.write(caller, act -> {
            User user = enrolment.register(act, command, hash);
            act.identify(Caller.of(user));
            act.record(ActivityType.USER_REGISTERED, user);
            return begin(act, user, token, userAgent);
        });
    }

    /** Makes an account for another user; only an admin may. Conflicts as {@link #register}. */
    public User add(Caller caller, Register command) {
        caller.requireAdmin().requirePerson();
        PasswordHash hash = secrets.passwords().hash(command.password());
        return work.write(caller, act -> {
            User user = enrolment.add(act, command, hash);
            act.record(ActivityType.USER_CREATED, user);
            return user;
        });
    }

    /**
     * Makes an account without a usable password, for a user whose password from elsewhere cannot be checked here. Only
     * an admin may. Conflicts as {@link #register}.
     */
    public User addLocked(Caller caller, Username username, UserContent content) {
        Password nobodys = new Password(secrets.tokens().next(TokenKind.SESSION).text());
        return add(caller, new Register(username, nobodys, content));
    }

    /**
     * Begins a session. An unknown user, a wrong password, a locked account and a deactivated user are refused by the same
     * words after the same work: one query, one hash, and one transaction of the same statements (R15).
     *
     * @throws Denied {@code invalid_credentials}
     */
    public SignedIn logIn(LogIn command, @Nullable String userAgent) {
        Optional<Account> known = stores.accounts().find(command.username());
        PasswordHash hash = known.map(Account::passwordHash)
                .orElseGet(() -> secrets.passwords().decoy());
        boolean matches = secrets.passwords().matches(command.password(), hash);
        Token token = secrets.tokens().next(TokenKind.SESSION);
        Optional<SignedIn> signedIn = work.write(Caller.anonymous(), act -> {
            Id<User> who = known.map(Account::userId).orElse(NOBODY);
            return proven(act, who, hash, matches).map(proven -> {
                act.identify(Caller.of(proven.user()));
                return begin(act, proven.user(), token, userAgent);
            });
        });
        return signedIn.orElseThrow(() -> new Denied(
                ErrorCode.INVALID_CREDENTIALS,
                "Unknown user or wrong password; after %d failures an account is locked for %d minutes"
                        .formatted(Account.FAILURES_MAX, Account.LOCKED.toMinutes())));
    }

    /** Begins a session of an authenticated caller. Denied: {@code session_required} for programs. */
    public SignedIn begin(Caller caller, @Nullable String userAgent) {
        caller.requirePerson();
        Token token = secrets.tokens().next(TokenKind.SESSION);
        return work.write(caller, act -> begin(act, stores.users().require(caller.userId()), token, userAgent));
    }

    /** Ends the session the caller came with, and no other (R16). Denied: {@code session_required}. */
    public void logOut(Caller caller) {
        Id<Session> session = caller.sessionId();
        if (session == null) {
            throw new Denied(ErrorCode.SESSION_REQUIRED, "There is no session to end: you did not log in");
        }
        work.write(caller, act -> {
            if (stores.sessions().revoke(caller.userId(), session, act.now())) {
                act.record(ActivityType.SESSION_ENDED, null, session);
            }
            return session;
        });
    }

    /** Answers the caller's own sessions that have not ended. */
    public Page<Session> sessions(Caller caller, PageRequest request) {
        caller.requirePerson();
        return stores.sessions().page(caller.userId(), work.now(), request);
    }

    /**
     * Ends one of the caller's own sessions.
     *
     * @throws NotFound for anybody else's, and for one that has ended
     */
    public void endSession(Caller caller, Id<Session> session) {
        caller.requirePerson();
        work.write(caller, act -> {
            if (!stores.sessions().revoke(caller.userId(), session, act.now())) {
                throw NotFound.of("session", session);
            }
            act.record(ActivityType.SESSION_ENDED, null, session);
            return session;
        });
    }

    /**
     * Ends all sessions of the caller's user, also the one it came with.
     *
     * @return how many ended
     */
    public int logOutEverywhere(Caller caller) {
        caller.requirePerson();
        return work.write(caller, act -> endSessions(act, caller, null));
    }

    /** Ends the user's other sessions (R16). Denied: {@code wrong_password}, which counts as a failed login. */
    public void changePassword(Caller caller, ChangePassword command) {
        caller.requirePerson();
        PasswordHash before = stores.accounts()
                .find(caller.userId())
                .orElseThrow(() -> NotFound.of("account", caller.name()))
                .passwordHash();
        boolean matches = secrets.passwords().matches(command.current(), before);
        PasswordHash hash = secrets.passwords().hash(command.replacement());
        boolean changed = work.write(caller, act -> {
            Optional<Proven> proven = proven(act, caller.userId(), before, matches);
            if (proven.isEmpty()) {
                return false;
            }
            stores.accounts().update(proven.get().account().withPassword(hash, act.now()));
            act.record(ActivityType.ACCOUNT_PASSWORD_CHANGED, null, caller.userId());
            endSessions(act, caller, caller.sessionId());
            return true;
        });
        if (!changed) {
            throw new Denied(ErrorCode.WRONG_PASSWORD, "The current password is wrong, or the account is locked");
        }
    }

    /** Answers the caller's user. */
    public User me(Caller caller) {
        return stores.users().require(caller.require(Scope.READ).userId());
    }

    /** A user whose password matched, with the locked account; both stay unchanged until the transaction ends. */
    private record Proven(User user, Account account) {}

    /** Answers the user if the password matches and the user is neither locked out nor deactivated; counts a wrong password. */
    private Optional<Proven> proven(Act act, Id<User> who, PasswordHash compared, boolean matches) {
        Optional<Account> found = stores.accounts().lock(who);
        Optional<User> user = stores.users().lock(who).filter(User::active);
        if (found.isEmpty()) {
            stores.accounts().pretendUpdate();
            return Optional.empty();
        }
        Account account = found.get();
        boolean right = matches && account.passwordHash().equals(compared);
        if (!right || account.lockedAt(act.now())) {
            stores.accounts().update(account.failed(act.now()));
            return Optional.empty();
        }
        if (user.isEmpty()) {
            stores.accounts().pretendUpdate();
        } else if (account.failedAttempts() > 0) {
            stores.accounts().update(account.succeeded(act.now()));
        }
        return user.map(active -> new Proven(active, account));
    }

    private SignedIn begin(Act act, User user, Token token, @Nullable String userAgent) {
        Session session = Session.start(act.newId(), user.id(), token.hash(), userAgent, act.now());
        stores.sessions().insert(session);
        act.record(ActivityType.SESSION_STARTED, null, session.id());
        return new SignedIn(user, session, token);
    }

    private int endSessions(Act act, Caller caller, @Nullable Id<Session> except) {
        SessionRepository sessions = stores.sessions();
        int ended = sessions.revokeAll(List.of(caller.userId()), except, act.now());
        if (ended > 0) {
            act.record(ActivityType.USER_LOGGED_OUT, null, caller.userId()).with("sessions", ended);
        }
        return ended;
    }
}
