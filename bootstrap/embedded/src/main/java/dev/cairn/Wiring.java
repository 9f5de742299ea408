package dev.cairn;

import dev.cairn.application.activity.LogIdentity;
import dev.cairn.application.agent.AgentPart;
import dev.cairn.application.agent.AgentStores;
import dev.cairn.application.agent.AgentTools;
import dev.cairn.application.agent.AgentsUse;
import dev.cairn.application.agent.Budget;
import dev.cairn.application.agent.LiveRuns;
import dev.cairn.application.agent.Preparation;
import dev.cairn.application.agent.Replies;
import dev.cairn.application.agent.ReplyHandler;
import dev.cairn.application.agent.RunEnding;
import dev.cairn.application.artifact.ArtifactStores;
import dev.cairn.application.conversation.ConversationStores;
import dev.cairn.application.conversation.Talk;
import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.application.event.EventDispatcher;
import dev.cairn.application.event.EventMetrics;
import dev.cairn.application.file.FileStores;
import dev.cairn.application.file.FileTexts;
import dev.cairn.application.file.IndexHandler;
import dev.cairn.application.file.Summaries;
import dev.cairn.application.file.SummaryHandler;
import dev.cairn.application.file.WatchedFolders;
import dev.cairn.application.interchange.ExportWriter;
import dev.cairn.application.interchange.ImportService;
import dev.cairn.application.interchange.ImportStores;
import dev.cairn.application.interchange.SystemImportService;
import dev.cairn.application.interchange.SystemImportService.Makers;
import dev.cairn.application.job.JobRunner;
import dev.cairn.application.job.JobTimes;
import dev.cairn.application.job.Jobs;
import dev.cairn.application.job.RetentionHandler;
import dev.cairn.application.memory.MemoryPart;
import dev.cairn.application.memory.Recall;
import dev.cairn.application.model.ProviderSealing;
import dev.cairn.application.model.ProviderSecrets;
import dev.cairn.application.pack.PackStores;
import dev.cairn.application.pack.PackedFiles;
import dev.cairn.application.port.StoredTime;
import dev.cairn.application.port.Transactions;
import dev.cairn.application.project.Departure;
import dev.cairn.application.project.HeldWork;
import dev.cairn.application.project.ProjectOpening;
import dev.cairn.application.project.ProjectPart;
import dev.cairn.application.project.ProjectService;
import dev.cairn.application.prompt.PromptFileService;
import dev.cairn.application.prompt.PromptPart;
import dev.cairn.application.queue.ItemFlow;
import dev.cairn.application.queue.QueueMetrics;
import dev.cairn.application.queue.QueueObserver;
import dev.cairn.application.queue.QueuePart;
import dev.cairn.application.queue.QueueStores;
import dev.cairn.application.queue.WaitingClaims;
import dev.cairn.application.queue.WorkOfMembers;
import dev.cairn.application.relevance.FileRanking;
import dev.cairn.application.selection.NamedFiles;
import dev.cairn.application.ticket.ImportedMoves;
import dev.cairn.application.ticket.TicketFlow;
import dev.cairn.application.ticket.TicketPart;
import dev.cairn.application.ticket.TicketStores;
import dev.cairn.application.user.Deactivation;
import dev.cairn.application.user.PeopleStores;
import dev.cairn.application.user.Secrets;
import dev.cairn.application.work.Act;
import dev.cairn.application.work.Commits;
import dev.cairn.application.work.Tally;
import dev.cairn.application.work.Timekeeping;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.crypto.AesSecretBox;
import dev.cairn.crypto.Argon2Hasher;
import dev.cairn.crypto.KeySource;
import dev.cairn.crypto.RandomMint;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.InProject;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.prompt.PromptRepository;
import dev.cairn.domain.setting.SettingHome;
import dev.cairn.domain.setting.SettingRepository;
import dev.cairn.domain.setting.SystemSettings;
import dev.cairn.domain.user.User;
import dev.cairn.files.DiskFolders;
import dev.cairn.files.DiskWatches;
import dev.cairn.files.OwnFiles;
import dev.cairn.interchange.Formats;
import dev.cairn.interchange.ImportFolder;
import dev.cairn.model.HttpModel;
import dev.cairn.model.O200kTokens;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.ClassImport;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

/** The beans that {@link UseCases} need: those that a constructor alone can make are listed, the others have a method. */
@ClassImport(
        annotate = Singleton.class,
        classes = {
            AgentPart.class,
            AgentStores.class,
            AgentsUse.class,
            ArtifactStores.class,
            Budget.class,
            Commits.class,
            ConversationStores.class,
            Departure.class,
            EventDispatcher.class,
            EventMetrics.class,
            FileStores.class,
            FileTexts.class,
            FileRanking.class,
            ImportStores.class,
            ImportedMoves.class,
            IndexHandler.class,
            ItemFlow.class,
            JobRunner.class,
            Jobs.class,
            LiveRuns.class,
            LogIdentity.class,
            NamedFiles.class,
            O200kTokens.class,
            PackStores.class,
            PackedFiles.class,
            Makers.class,
            MemoryPart.class,
            PeopleStores.class,
            Preparation.class,
            ProjectOpening.class,
            PromptPart.class,
            QueueMetrics.class,
            ProviderSealing.class,
            ProviderSecrets.class,
            QueueObserver.class,
            QueuePart.class,
            QueueStores.class,
            RandomMint.class,
            Recall.class,
            Replies.class,
            ReplyHandler.class,
            RetentionHandler.class,
            RunEnding.class,
            Secrets.class,
            Summaries.class,
            SummaryHandler.class,
            Tally.class,
            Talk.class,
            TicketFlow.class,
            TicketPart.class,
            TicketStores.class,
            UnitOfWork.class,
            WaitingClaims.class,
            WatchedFolders.class,
            WorkOfMembers.class
        })
@Factory
final class Wiring {
    @Singleton
    Timekeeping timekeeping(@Named("stored") Transactions transactions, Clock clock, StoredTime stored) {
        return new Timekeeping(transactions, clock, stored);
    }

    /** Makes the transactions of the use cases, which wait for a leap of the clock, and notify followers of the log. */
    @Singleton
    @Primary
    Transactions transactions(Timekeeping time, Commits commits) {
        return commits.of(time.transactions());
    }

    /** Offers agents no tools, where no adapter offers any. */
    @Singleton
    @Secondary
    AgentTools tools() {
        return AgentTools.NONE;
    }

    /** Beside the database that is open: it is looked at and copied, never changed; PostgreSQL is not copied from here. */
    @Singleton
    OwnedDatabase administration(DatabaseOptions options, Clock clock) {
        return new OwnedDatabase(options, clock, Path.of("backups"));
    }

    @Singleton
    JobTimes jobTimes() {
        return JobTimes.DEFAULT;
    }

    /** Spreads retries. */
    @Singleton
    DoubleSupplier jitter() {
        return () -> ThreadLocalRandom.current().nextDouble();
    }

    /** Hashes passwords on threads that end with the container. */
    @Bean(preDestroy = "close")
    @Singleton
    Argon2Hasher passwordHasher() {
        return new Argon2Hasher();
    }

    /** Reads no key before there is a secret to seal or to open. */
    @Singleton
    AesSecretBox secretBox(SecretOptions options, Clock clock) {
        return new AesSecretBox(new KeySource(options.masterKey(), options.keyFile()), clock);
    }

    /** Asks models; the private networks that are allowed are those at the time of each question. */
    @Singleton
    @Secondary
    HttpModel model(ProviderSecrets secrets, SecretOptions options, SettingRepository settings, Clock clock) {
        return new HttpModel(
                secrets,
                options.variables(),
                () -> SystemSettings.of(settings.all(SettingHome.SYSTEM)).networks(),
                clock);
    }

    /** The database, whatever else is in its folder; a server says that its folder is its own altogether. */
    @Singleton
    @Secondary
    OwnFiles ownFiles(DatabaseOptions database, SecretOptions options) {
        List<Path> files = new ArrayList<>();
        if (database instanceof DatabaseOptions.Sqlite sqlite) {
            files.add(sqlite.file());
        }
        if (options.keyFile() != null) {
            files.add(options.keyFile());
        }
        return new OwnFiles(files, List.of());
    }

    @Singleton
    Deactivation deactivation(PeopleStores stores, ProjectRepository projects, HeldWork held, RunEnding runs) {
        BiConsumer<Act, List<Id<User>>> givesBack = held::ended;
        return new Deactivation(stores, projects, givesBack.andThen(runs::cancelAll));
    }

    @Singleton
    DiskFolders folders(OwnFiles own) {
        return new DiskFolders(own, InstantSource.system());
    }

    /** Watches nothing before it is started. */
    @Singleton
    DiskWatches watches() {
        return new DiskWatches();
    }

    /**
     * Puts queues and tickets first, so that claims end before anything is stamped as deleted; other stores announce
     * themselves.
     */
    @Singleton
    ProjectService projects(
            UnitOfWork work,
            ProjectRepository projects,
            ProjectOpening opening,
            SettingRepository settings,
            QueuePart queues,
            TicketPart tickets,
            List<InProject<?>> contents) {
        List<ProjectPart> parts = Stream.concat(
                        Stream.of(queues, tickets), contents.stream().map(ProjectPart::of))
                .toList();
        return new ProjectService(work, projects, opening, settings, parts);
    }

    @Singleton
    ImportService imports(UnitOfWork work, ImportStores stores, ImportedMoves moves, Clock clock) {
        return new ImportService(work, stores, moves, Formats.all(clock, stores.parts()));
    }

    /** Uses a folder of the system for imports; a server has its own. */
    @Singleton
    @Secondary
    ImportFolder importFolder() {
        return ImportFolder.ofSystem();
    }

    @Singleton
    SystemImportService systemImports(ImportStores stores, ImportService imports, Makers makers, ImportFolder folder) {
        return new SystemImportService(
                Formats.systems(stores.parts(), folder), stores.work().projects(), imports, makers);
    }

    @Singleton
    PromptFileService promptFiles(
            UnitOfWork work, PromptRepository prompts, ProjectRepository projects, PromptPart part) {
        return new PromptFileService(work, prompts, projects, part, Formats.prompts());
    }

    @Singleton
    ExportWriter exportWriter() {
        return Formats.exportWriter();
    }
}
