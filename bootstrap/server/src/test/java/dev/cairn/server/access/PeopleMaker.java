package dev.cairn.server.access;

import dev.cairn.Cairn;
import dev.cairn.application.agent.CreateAgent;
import dev.cairn.application.model.NewProvider;
import dev.cairn.application.port.IdGenerator;
import dev.cairn.application.port.Transactions;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.user.IssuedToken;
import dev.cairn.application.user.NewToken;
import dev.cairn.application.user.OwnedProjects;
import dev.cairn.application.user.Secrets;
import dev.cairn.domain.agent.Agent;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.Times;
import dev.cairn.domain.model.BaseUrl;
import dev.cairn.domain.model.ModelProvider;
import dev.cairn.domain.model.ProviderContent;
import dev.cairn.domain.model.ProviderType;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.setting.SettingHome;
import dev.cairn.domain.setting.SettingRepository;
import dev.cairn.domain.user.Account;
import dev.cairn.domain.user.AccountRepository;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.Password;
import dev.cairn.domain.user.PasswordHash;
import dev.cairn.domain.user.Scope;
import dev.cairn.domain.user.Session;
import dev.cairn.domain.user.SessionRepository;
import dev.cairn.domain.user.SystemRole;
import dev.cairn.domain.user.Token;
import dev.cairn.domain.user.TokenKind;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserContent;
import dev.cairn.domain.user.UserRepository;
import dev.cairn.domain.user.UserType;
import dev.cairn.domain.user.Username;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes {@link People} of a server, whose passwords are all the same: hashing is slow on purpose. */
final class PeopleMaker {
    static final String PASSWORD = "correct horse battery";

    private final Cairn cairn;
    private final PasswordHash hash;

    PeopleMaker(Cairn cairn) {
        this.cairn = cairn;
        this.hash = cairn.get(Secrets.class).passwords().hash(new Password(PASSWORD));
        account(cairn.owner().userId(), "owner"); // only then others may register
    }

    /** @param number what no others have in their names */
    People make(String number) {
        User admin = human("admin" + number, SystemRole.ADMIN);
        User member = human("member" + number, SystemRole.MEMBER);
        User other = human("other" + number, SystemRole.MEMBER);
        User agent = agent(member);
        User gone = human("gone" + number, SystemRole.MEMBER);
        User retired = agent(member);
        Map<Whose, User> others = Map.of(
                Whose.AGENT, agent,
                Whose.ANOTHER, human("another" + number, SystemRole.MEMBER),
                Whose.GONE, gone,
                Whose.RETIRED, retired);
        Map<Person, User> callers = Map.of(
                Person.ADMIN, admin,
                Person.MEMBER, member,
                Person.OTHER, other,
                Person.AGENT, agent,
                Person.READER, admin,
                Person.LIMITED, admin);
        ProjectRef project = ProjectRef.of(cairn.projects()
                .create(Caller.of(admin), CreateProject.of("P" + number, "P" + number))
                .id());
        Map<Person, String> tokens = Map.of(
                Person.ADMIN, session(admin),
                Person.MEMBER, session(member),
                Person.OTHER, session(other),
                Person.AGENT, program(agent, SystemRole.MEMBER.scopes(), null),
                Person.READER, program(admin, Set.of(Scope.READ), null),
                Person.LIMITED, program(admin, SystemRole.ADMIN.scopes(), project));
        Map<Id<User>, People.Spare> spare = new HashMap<>();
        callers.values().forEach(user -> spare.computeIfAbsent(user.id(), _ -> furnish(user)));
        others.values().forEach(user -> spare.computeIfAbsent(user.id(), _ -> furnish(user)));
        deactivate(gone);
        deactivate(retired);
        return new People(tokens, callers, others, spare);
    }

    private User human(String name, SystemRole role) {
        User user = User.human(cairn.get(IdGenerator.class).next(), UserContent.named(name), role, now());
        cairn.get(Transactions.class)
                .write(() -> cairn.get(UserRepository.class).insert(user));
        account(user.id(), name);
        return user;
    }

    private void account(Id<User> user, String name) {
        Account account = Account.create(user, new Username(name), hash, now());
        cairn.get(Transactions.class).write(() -> {
            cairn.get(AccountRepository.class).insert(account);
            return account;
        });
    }

    private User agent(User human) {
        return cairn.users().createAgent(Caller.of(human), UserContent.named("Robot"));
    }

    private String session(User user) {
        Token token = cairn.get(Secrets.class).tokens().next(TokenKind.SESSION);
        session(user, token);
        return token.text();
    }

    private Session session(User user, Token token) {
        Session session = Session.start(cairn.get(IdGenerator.class).next(), user.id(), token.hash(), null, now());
        return cairn.get(Transactions.class).write(() -> {
            cairn.get(SessionRepository.class).insert(session);
            return session;
        });
    }

    private String program(User user, Set<Scope> scopes, @Nullable ProjectRef project) {
        NewToken wanted = new NewToken("program", scopes, null, project, null);
        return cairn.tokens().create(Caller.of(user), wanted).token().text();
    }

    /** A token, a session and a provider that nobody uses, and a setting. */
    private People.Spare furnish(User user) {
        cairn.get(Transactions.class).write(() -> {
            cairn.get(SettingRepository.class)
                    .put(new SettingHome.OfUser(user.id()), People.setting(user.id()), new Json("1"));
            return user;
        });
        IssuedToken token = cairn.tokens().create(Caller.of(user), NewToken.of("spare", Scope.READ));
        Session session = session(user, cairn.get(Secrets.class).tokens().next(TokenKind.SESSION));
        Id<Agent> agent = user.type() == UserType.HUMAN
                ? cairn.agents()
                        .create(Caller.of(user), CreateAgent.of("Robot", "helper"))
                        .agent()
                        .id()
                : cairn.get(IdGenerator.class).next();
        NewProvider nowhere = new NewProvider(
                new ProviderContent(
                        "Spare", ProviderType.CUSTOM, new BaseUrl("http://127.0.0.1:9"), "none", null, null),
                null,
                false);
        ModelProvider provider = cairn.providers().create(Caller.of(user), nowhere);
        return new People.Spare(token.apiToken().id(), session.id(), provider.id(), agent);
    }

    private void deactivate(User user) {
        cairn.users().deactivate(Caller.of(user), user.id(), Expected.ANY, OwnedProjects.REFUSE);
    }

    private static Instant now() {
        return Times.now(Clock.systemUTC());
    }
}
