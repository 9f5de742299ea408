package dev.cairn.usecase;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.user.ChangePassword;
import dev.cairn.application.user.IssuedToken;
import dev.cairn.application.user.LogIn;
import dev.cairn.application.user.NewToken;
import dev.cairn.application.user.Register;
import dev.cairn.application.user.SignedIn;
import dev.cairn.domain.activity.ActivityFilter;
import dev.cairn.domain.activity.ActivityLog;
import dev.cairn.domain.error.DomainError;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.user.Account;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.Password;
import dev.cairn.domain.user.PasswordHash;
import dev.cairn.domain.user.Scope;
import dev.cairn.domain.user.Username;
import dev.cairn.persistence.jdbc.Sql;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/** P19, R11: planted passwords and tokens are nowhere but in the answers that show them. */
@Isolated("It reads what all log")
class SecretsTest extends UseCaseTest {
    private static final String CANARY = "canary-Kq7ZxP2mV9-password";
    private static final String OTHER = "canary-w8RtY4nB6c-password";

    private final StringBuilder said = new StringBuilder();
    private final List<String> secrets = new ArrayList<>(List.of(CANARY, OTHER));

    @Test
    void secretsAreNowhere() throws IOException {
        try (Listening log = new Listening()) {
            use();
            assertThat(log.text()).as("the log, at its most talkative").isNotEmpty();
            said.append(log.text());
        }
        exported();
        assertThat(files())
                .as("what is looked at")
                .anyMatch(file -> file.toString().endsWith("-wal"));
        for (String secret : secrets) {
            assertThat(said.toString()).as("logs, errors, texts and exports").doesNotContain(secret);
            for (Path file : files()) {
                assertThat(new String(Files.readAllBytes(file), ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(secret);
            }
        }
    }

    @Test
    void theSearchWouldFindThem() throws IOException {
        services.projects().create(owner, CreateProject.of("FIND", CANARY));
        assertThat(files()).anyMatch(file -> contains(file, CANARY));
    }

    @Test
    void ofATokenItsHashAndItsFirstCharactersAreKept() {
        IssuedToken issued = cairn.tokens().create(owner, NewToken.of("program", Scope.READ));
        List<String> kept = cairn.get(Sql.class)
                .query("SELECT prefix, token_hash FROM api_tokens", row -> row.text("prefix") + row.text("token_hash"));
        assertThat(kept).singleElement().asString().hasSize(12 + 64);
        assertThat(kept.getFirst()).startsWith(issued.token().text().substring(0, 12));
    }

    private void use() {
        Register register = Register.of("ada", CANARY);
        SignedIn ada = cairn.accounts().register(owner, register, "agent");
        SignedIn again = cairn.accounts().logIn(LogIn.of("ada", CANARY), null);
        Caller caller =
                cairn.authentication().byToken(again.token().text()).caller().orElseThrow();
        IssuedToken issued = cairn.tokens().create(caller, NewToken.of("program", Scope.READ));
        cairn.authentication().byToken(issued.token().text());
        cairn.authentication().byToken(OTHER);
        refused(() -> cairn.accounts().register(Caller.anonymous(), Register.of("ADA", OTHER), null));
        refused(() -> cairn.accounts().logIn(LogIn.of("ada", OTHER), null));
        refused(() -> cairn.accounts().logIn(LogIn.of("nobody", OTHER), null));
        refused(() -> new Password(OTHER.repeat(20)));
        refused(() -> new Username(OTHER.repeat(20)));
        ChangePassword change = new ChangePassword(new Password(CANARY), new Password(OTHER));
        cairn.accounts().changePassword(caller, change);
        for (SignedIn one : List.of(ada, again)) {
            secrets.add(one.token().text().substring("cairn_s_".length()));
        }
        secrets.add(issued.token().text().substring("cairn_t_".length()));
        Account account =
                Account.create(ada.user().id(), new Username("ada"), new PasswordHash(CANARY), clock.instant());
        for (Object record : List.of(register, LogIn.of("ada", CANARY), change, ada, again, issued, caller, account)) {
            said.append(record).append('\n');
        }
    }

    private void refused(Runnable attempt) {
        try {
            attempt.run();
            throw new AssertionError("was not refused");
        } catch (DomainError e) {
            said.append(e).append(e.details()).append(e.getCause()).append('\n');
        }
    }

    private void exported() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        cairn.exports().export(cairn.owner(), CRN, out);
        said.append(out.toString(UTF_8));
        ActivityFilter all = new ActivityFilter(null, null, null, List.of());
        cairn.activity()
                .list(cairn.owner(), null, all, PageRequest.first(ActivityLog.NEWEST_FIRST))
                .items()
                .forEach(said::append);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".lock"))
                    .toList();
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that is logged, on both roads that logging takes here, down to the finest. */
    private static final class Listening extends Handler implements AutoCloseable {
        private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        private final java.util.logging.Logger platform = java.util.logging.Logger.getLogger("");
        private final ListAppender<ILoggingEvent> events = new ListAppender<>();
        private final Queue<String> lines = new ConcurrentLinkedQueue<>();
        private final SimpleFormatter formatter = new SimpleFormatter();
        private final Appender<ILoggingEvent> console;
        private final Level before = root.getLevel();
        private final java.util.logging.Level platformBefore = platform.getLevel();

        Listening() {
            setLevel(java.util.logging.Level.ALL);
            platform.setLevel(java.util.logging.Level.ALL);
            platform.addHandler(this);
            events.start();
            console = root.getAppender("STDERR");
            root.detachAppender(console);
            root.addAppender(events);
            root.setLevel(Level.TRACE);
        }

        String text() {
            StringBuilder all = new StringBuilder(String.join("", lines));
            List.copyOf(events.list)
                    .forEach(event -> all.append(event.getFormattedMessage())
                            .append(event.getThrowableProxy())
                            .append('\n'));
            return all.toString();
        }

        @Override
        public void publish(LogRecord record) {
            lines.add(formatter.format(record));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            root.setLevel(before);
            root.detachAppender(events);
            root.addAppender(console);
            platform.removeHandler(this);
            platform.setLevel(platformBefore);
        }
    }
}
