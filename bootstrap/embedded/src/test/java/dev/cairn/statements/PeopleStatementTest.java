package dev.cairn.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.UseCases;
import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.application.port.PasswordHasher;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.user.ChangePassword;
import dev.cairn.application.user.IssuedToken;
import dev.cairn.application.user.LocalOwner;
import dev.cairn.application.user.LogIn;
import dev.cairn.application.user.NewToken;
import dev.cairn.application.user.OwnedProjects;
import dev.cairn.application.user.Register;
import dev.cairn.application.user.Secrets;
import dev.cairn.application.user.SignedIn;
import dev.cairn.crypto.Argon2Hasher;
import dev.cairn.crypto.RandomMint;
import dev.cairn.domain.error.Denied;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.user.Account;
import dev.cairn.domain.user.AccountRepository;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.Password;
import dev.cairn.domain.user.PasswordHash;
import dev.cairn.domain.user.Scope;
import dev.cairn.domain.user.UserContent;
import dev.cairn.domain.user.UserFilter;
import dev.cairn.persistence.jdbc.PersistenceProperties;
import dev.cairn.sqlite.SqliteDataSource;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements and hashes of the use cases of people, in their order: how many, and no hash inside a transaction (R12, R15). */
class PeopleStatementTest {
    private static final String HASH = "HASH";
    /** Of an account or a user, by writing its row unchanged. */
    private static final String LOCK = "UPDATE";

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final List<String> done = new ArrayList<>();
    /** What somebody else does while the next password is compared. */
    private Runnable meanwhile = () -> {};

    @TempDir
    Path directory;

    private final Argon2Hasher hasher = new Argon2Hasher();
    private ApplicationContext context;
    private UseCases people;
    private SignedIn ada;

    /** The real one, with an entry in the list for each hash. */
    private final class Watched implements PasswordHasher {
        @Override
        public PasswordHash hash(Password password) {
            done.add(HASH);
            return hasher.hash(password);
        }

        @Override
        public boolean matches(Password password, PasswordHash hash) {
            done.add(HASH);
            Runnable once = meanwhile;
            meanwhile = () -> {};
            once.run();
            return hasher.matches(password, hash);
        }

        @Override
        public PasswordHash decoy() {
            return hasher.decoy();
        }
    }

    @BeforeEach
    void open() {
        DatabaseOptions options = new DatabaseOptions.Sqlite(directory.resolve("cairn.db"));
        context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .bootstrapEnvironment(false)
                .environmentPropertySource(false)
                .enableDefaultPropertySources(false)
                .banner(false)
                .properties(PersistenceProperties.of(options))
                .singletons(options, Clock.fixed(NOW, ZoneOffset.UTC))
                .beanDefinitions(
                        RuntimeBeanDefinition.builder(Secrets.class, () -> new Secrets(new Watched(), new RandomMint()))
                                .singleton(true)
                                .replaces(Secrets.class)
                                .build())
                .start();
        people = context::getBean;
        Caller owner = people.get(LocalOwner.class).caller().orElseThrow();
        ada = people.accounts().register(owner, Register.of("ada", "correct horse"), null);
        SqliteDataSource source =
                (SqliteDataSource) DelegatingDataSource.unwrapDataSource(context.getBean(DataSource.class));
        source.log().observe(done::add);
    }

    @AfterEach
    void close() {
        context.close();
        hasher.close();
    }

    @Test
    void anUnknownUserAndAWrongPasswordTakeTheSamePathThroughExactlyOneHash() {
        List<String> unknown = path(() -> refused("nobody", "correct horse"));
        List<String> wrong = path(() -> refused("ada", "incorrect horse"));
        assertThat(unknown).containsExactly("SELECT", HASH, "BEGIN", LOCK, LOCK, "UPDATE", "COMMIT");
        assertThat(wrong).isEqualTo(unknown);
        for (int i = 0; i < 4; i++) {
            refused("ada", "incorrect horse");
        }
        assertThat(path(() -> refused("ada", "correct horse"))).as("locked").isEqualTo(unknown);
    }

    @Test
    void aDeactivatedUserIsRefusedOnTheSamePath() {
        List<String> unknown = path(() -> refused("nobody", "correct horse"));
        SignedIn bob = people.accounts().register(Caller.anonymous(), Register.of("bob", "correct horse"), null);
        people.users().deactivate(known(bob), bob.user().id(), Expected.ANY, OwnedProjects.REFUSE);
        assertThat(path(() -> refused("bob", "correct horse"))).isEqualTo(unknown);
    }

    /** R2: what has happened to the account while the passwords were hashed is not undone. */
    @Test
    void aPasswordIsChangedInTheAccountAsItIsThen() {
        meanwhile = () -> refused("ada", "incorrect horse");
        people.accounts()
                .changePassword(
                        known(ada), new ChangePassword(new Password("correct horse"), new Password("battery staple")));
        Account changed =
                context.getBean(AccountRepository.class).find(ada.user().id()).orElseThrow();
        assertThat(changed.updatedAt()).as("the failure came first").isEqualTo(NOW.plusMillis(2));
    }

    @Test
    void passwordsAreHashedBeforeTheTransactionBegins() {
        assertThat(path(() -> people.accounts().logIn(LogIn.of("ada", "correct horse"), null)))
                .containsExactly("SELECT", HASH, "BEGIN", LOCK, LOCK, "INSERT", "INSERT", "COMMIT");
        List<String> registering =
                path(() -> people.accounts().register(Caller.anonymous(), Register.of("bob", "correct horse"), null));
        assertThat(registering).startsWith(HASH, "BEGIN").containsOnlyOnce(HASH);
        Caller caller = known(ada);
        List<String> changing = path(() -> people.accounts()
                .changePassword(
                        caller, new ChangePassword(new Password("correct horse"), new Password("battery staple"))));
        assertThat(changing).startsWith("SELECT", HASH, HASH, "BEGIN");
        assertThat(changing.subList(4, changing.size())).doesNotContain(HASH);
    }

    @Test
    void aTokenIsCheckedByOneQuery() {
        IssuedToken issued = people.tokens().create(known(ada), NewToken.of("program", Scope.READ));
        known(ada);
        assertThat(path(() -> known(ada))).containsExactly("SELECT");
        people.authentication().byToken(issued.token().text());
        assertThat(path(() -> people.authentication().byToken(issued.token().text())))
                .containsExactly("SELECT");
        assertThat(path(() -> people.authentication().byToken("nonsense"))).isEmpty();
    }

    @Test
    void eachUseCaseSendsAFewStatements() {
        Caller caller = known(ada);
        costs(
                10,
                "a registration",
                () -> people.accounts().register(Caller.anonymous(), Register.of("bob", "correct horse"), null));
        costs(6, "a token", () -> people.tokens().create(caller, NewToken.of("program", Scope.READ)));
        costs(1, "who I am", () -> people.accounts().me(caller));
        costs(
                3,
                "users",
                () -> people.users().list(caller, UserFilter.ANY, PageRequest.first(Sort.by(Sort.asc("name")))));
        costs(4, "a logout", () -> people.accounts().logOut(caller));
    }

    @Test
    void deactivatingCostsTheSameForOneAgentAndForMany() {
        long one = deactivation("bob", "BOB", 1);
        assertThat(deactivation("eve", "EVE", 5)).isEqualTo(one);
    }

    private long deactivation(String name, String key, int count) {
        Caller user = known(people.accounts().register(Caller.anonymous(), Register.of(name, "correct horse"), null));
        for (int i = 0; i < count; i++) {
            people.users().createAgent(user, UserContent.named("Robot"));
            people.projects().create(user, CreateProject.of(key + i, key + i));
        }
        return path(() -> people.users().deactivate(known(ada), user.userId(), Expected.ANY, OwnedProjects.ARCHIVE))
                .stream()
                .filter(statement -> !statement.equals("INSERT"))
                .count();
    }

    private Caller known(SignedIn signedIn) {
        return people.authentication().byToken(signedIn.token().text()).caller().orElseThrow();
    }

    private void refused(String username, String password) {
        assertThatThrownBy(() -> people.accounts().logIn(LogIn.of(username, password), null))
                .isInstanceOf(Denied.class);
    }

    private void costs(int expected, String what, Runnable useCase) {
        assertThat(path(useCase).stream().filter(step -> !step.equals(HASH)))
                .as(what)
                .hasSize(expected);
    }

    /** The first word of each statement, but for those of the housekeeping, which works every second beside them. */
    private List<String> path(Runnable useCase) {
        done.clear();
        useCase.run();
        return done.stream()
                .map(step -> step.strip().split("\\s+", 2)[0])
                .filter(step -> !step.equals("PRAGMA"))
                .toList();
    }
}
