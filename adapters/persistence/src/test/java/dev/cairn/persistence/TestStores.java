package dev.cairn.persistence;

import dev.cairn.application.Ports;
import dev.cairn.application.idempotency.IdempotencyStore;
import dev.cairn.application.port.IdGenerator;
import dev.cairn.application.port.QueueLocks;
import dev.cairn.application.port.Transactions;
import dev.cairn.application.user.PeopleStores;
import dev.cairn.domain.activity.ActivityLog;
import dev.cairn.domain.artifact.ArtifactRepository;
import dev.cairn.domain.artifact.RevisionRepository;
import dev.cairn.domain.collected.CollectedRepository;
import dev.cairn.domain.conversation.ConversationRepository;
import dev.cairn.domain.conversation.MessageRepository;
import dev.cairn.domain.interchange.AliasRepository;
import dev.cairn.domain.interchange.StagingRepository;
import dev.cairn.domain.overview.OverviewRepository;
import dev.cairn.domain.project.MemberRepository;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.queue.ClaimRepository;
import dev.cairn.domain.queue.QueueItemRepository;
import dev.cairn.domain.queue.QueueRepository;
import dev.cairn.domain.search.SearchIndex;
import dev.cairn.domain.setting.SettingRepository;
import dev.cairn.domain.ticket.CommentRepository;
import dev.cairn.domain.ticket.TaskRepository;
import dev.cairn.domain.ticket.TicketLinkRepository;
import dev.cairn.domain.ticket.TicketRepository;
import dev.cairn.domain.user.AccountRepository;
import dev.cairn.domain.user.ApiTokenRepository;
import dev.cairn.domain.user.PreferencesRepository;
import dev.cairn.domain.user.SessionRepository;
import dev.cairn.domain.user.UserRepository;
import dev.cairn.persistence.jdbc.DatabaseOptions;
import dev.cairn.persistence.jdbc.PersistenceProperties;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** One database per engine and JVM, opened at first use; tests keep to their own projects. */
public final class TestStores {
    private final ApplicationContext context;

    private static final class OfSqlite {
        static final TestStores STORES = new TestStores(new DatabaseOptions.Sqlite(temporaryFile()));
    }

    private static final class OfPostgres {
        static final TestStores STORES = new TestStores(TestPostgres.options());
    }

    TestStores(DatabaseOptions options) {
        context = ApplicationContext.builder()
                .properties(PersistenceProperties.of(options))
                .singletons(options, Clock.systemUTC())
                .start();
    }

    public static TestStores sqlite() {
        return OfSqlite.STORES;
    }

    public static TestStores postgres() {
        return OfPostgres.STORES;
    }

    public static Path temporaryFile() {
        try {
            Path folder = Files.createTempDirectory("cairn");
            folder.toFile().deleteOnExit();
            return folder.resolve("cairn.db");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ApplicationContext context() {
        return context;
    }

    Ports.Foundation foundation() {
        return new Ports.Foundation(
                context.getBean(Transactions.class),
                Clock.systemUTC(),
                context.getBean(IdGenerator.class),
                context.getBean(QueueLocks.class),
                () -> 0);
    }

    Ports.Stores stores() {
        return new Ports.Stores(
                context.getBean(UserRepository.class),
                context.getBean(ProjectRepository.class),
                context.getBean(MemberRepository.class),
                context.getBean(OverviewRepository.class),
                context.getBean(CollectedRepository.class),
                context.getBean(ArtifactRepository.class),
                context.getBean(RevisionRepository.class),
                context.getBean(ConversationRepository.class),
                context.getBean(MessageRepository.class),
                context.getBean(TicketRepository.class),
                context.getBean(TaskRepository.class),
                context.getBean(CommentRepository.class),
                context.getBean(TicketLinkRepository.class),
                context.getBean(QueueRepository.class),
                context.getBean(QueueItemRepository.class),
                context.getBean(ClaimRepository.class),
                context.getBean(ActivityLog.class),
                context.getBean(SearchIndex.class),
                context.getBean(AliasRepository.class),
                context.getBean(StagingRepository.class),
                context.getBean(IdempotencyStore.class));
    }

    PeopleStores people() {
        return new PeopleStores(
                context.getBean(UserRepository.class),
                context.getBean(AccountRepository.class),
                context.getBean(PreferencesRepository.class),
                context.getBean(SessionRepository.class),
                context.getBean(ApiTokenRepository.class),
                context.getBean(SettingRepository.class));
    }
}
