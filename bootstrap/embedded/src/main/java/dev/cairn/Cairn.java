package dev.cairn;

import dev.cairn.application.CairnServices;
import dev.cairn.application.activity.ActivityService;
import dev.cairn.application.activity.RetentionService;
import dev.cairn.application.artifact.ArtifactService;
import dev.cairn.application.artifact.GenerationService;
import dev.cairn.application.collected.CollectedService;
import dev.cairn.application.conversation.ConversationService;
import dev.cairn.application.database.DatabaseAdministration;
import dev.cairn.application.database.DriftRefused;
import dev.cairn.application.interchange.ExportService;
import dev.cairn.application.interchange.ImportService;
import dev.cairn.application.overview.OverviewService;
import dev.cairn.application.project.MemberService;
import dev.cairn.application.project.ProjectService;
import dev.cairn.application.queue.ClaimService;
import dev.cairn.application.queue.QueueItemService;
import dev.cairn.application.queue.QueueService;
import dev.cairn.application.queue.ReadyClaimService;
import dev.cairn.application.search.SearchService;
import dev.cairn.application.setting.SettingService;
import dev.cairn.application.ticket.CommentService;
import dev.cairn.application.ticket.LinkService;
import dev.cairn.application.ticket.ReadyService;
import dev.cairn.application.ticket.TaskService;
import dev.cairn.application.ticket.TicketService;
import dev.cairn.application.user.AccountService;
import dev.cairn.application.user.ApiTokenService;
import dev.cairn.application.user.Authentication;
import dev.cairn.application.user.PreferencesService;
import dev.cairn.application.user.UserService;
import dev.cairn.application.work.Timekeeping;
import dev.cairn.domain.error.Unavailable;
import dev.cairn.domain.user.Caller;
import dev.cairn.persistence.StorageException;
import dev.cairn.persistence.jdbc.DatabaseOptions;
import dev.cairn.persistence.jdbc.PersistenceProperties;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Cairn in a Java program: the use cases of the server on a database file of the program's own, without HTTP.
 *
 * {@snippet file="dev/cairn/example/FirstSteps.java" region="example"}
 *
 * <p>Several may be open at once on different files; one file is open once only. All services are safe for many
 * threads. Errors are {@link dev.cairn.domain.error.DomainError}s with stable codes.
 */
public final class Cairn implements AutoCloseable {
    private final ApplicationContext context;
    private final CairnServices services;
    private final Timekeeper timekeeper;
    private final Sweeper sweeper;
    private final Optional<DatabaseLock> lock;
    private final Runnable afterwards;

    private Cairn(ApplicationContext context, CairnOptions options, Optional<DatabaseLock> lock, Runnable afterwards) {
        this.context = context;
        this.lock = lock;
        this.afterwards = afterwards;
        Timekeeping timekeeping = context.getBean(Timekeeping.class);
        lock.ifPresent(DatabaseLock::bind);
        timekeeping.begin();
        this.services = context.getBean(CairnServices.class);
        services.localOwner().id();
        this.timekeeper = new Timekeeper(timekeeping, lock);
        timekeeper.start();
        this.sweeper = new Sweeper(services);
        sweeper.recoverImports();
        if (options.sweepEvery().isPositive()) {
            sweeper.start(options.sweepEvery());
        }
    }

    /**
     * Opens the database in this file, which is created when it is not there, and migrates it.
     *
     * @throws dev.cairn.domain.error.Conflict {@code database_in_use} when it is open already, here or elsewhere
     * @throws StorageException when the file is no database of ours, damaged, or of a newer version; it is left as it is
     */
    public static Cairn open(Path file) {
        return open(CairnOptions.at(file));
    }

    public static Cairn open(CairnOptions options) {
        return open(options, Map.of());
    }

    /**
     * Opens a new database in a folder of its own among the temporary files, for a test; {@link #close} deletes it with all in
     * it. It does not wait for the disk, and takes expired leases back only when asked.
     *
     * @throws StorageException when there is no room for it
     */
    public static Cairn temporary() {
        return TemporaryDatabase.open();
    }

    /** As {@link #open(CairnOptions)}, in a container that also runs other adapters, with properties and objects for them. */
    public static Cairn open(CairnOptions options, Map<String, Object> properties, Object... forAdapters) {
        return open(options, properties, () -> {}, forAdapters);
    }

    /** @param afterwards what is done once it is closed */
    static Cairn open(
            CairnOptions options, Map<String, Object> properties, Runnable afterwards, Object... forAdapters) {
        Optional<DatabaseLock> lock = options.database() instanceof DatabaseOptions.Sqlite sqlite
                ? Optional.of(DatabaseLock.take(sqlite.file()))
                : Optional.empty();
        ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .deduceCloudEnvironment(false)
                .bootstrapEnvironment(false)
                .environmentPropertySource(false)
                .enableDefaultPropertySources(false)
                .banner(false)
                .properties(PersistenceProperties.of(options.database()))
                .properties(properties)
                .singletons(options.database(), options.clock())
                .singletons(forAdapters)
                .build();
        try {
            context.start();
            return new Cairn(context, options, lock, afterwards);
        } catch (RuntimeException e) {
            context.close();
            lock.ifPresent(DatabaseLock::close);
            throw storageFailure(e);
        }
    }

    /**
     * Looks after the database itself: its schema, its migrations, its backups. What changes it asks that no {@link Cairn} has
     * it open.
     */
    public static DatabaseAdministration administration(CairnOptions options) {
        return new OwnedDatabase(options);
    }

    /** What is wrong with the database, without the container's path to it. */
    private static RuntimeException storageFailure(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StorageException storage) {
                return storage;
            }
            if (cause instanceof DriftRefused drift) {
                return drift;
            }
            if (cause instanceof Unavailable unavailable) {
                return new StorageException(unavailable.reason(), unavailable);
            }
        }
        return failure;
    }

    /**
     * The built-in local owner as it is now, on whose behalf a program acts unless it names another caller.
     *
     * @throws dev.cairn.domain.error.Conflict {@code already_deactivated}: another admin can reactivate it
     */
    public Caller owner() {
        return Caller.of(services.localOwner().user().requireActive());
    }

    public ProjectService projects() {
        return services.projects();
    }

    public OverviewService overviews() {
        return services.overviews();
    }

    public CollectedService collected() {
        return services.collected();
    }

    public ArtifactService artifacts() {
        return services.artifacts();
    }

    public GenerationService generation() {
        return services.generation();
    }

    public MemberService members() {
        return services.members();
    }

    public ConversationService conversations() {
        return services.conversations();
    }

    public TicketService tickets() {
        return services.tickets();
    }

    public ReadyService ready() {
        return services.ready();
    }

    public TaskService tasks() {
        return services.tasks();
    }

    public CommentService comments() {
        return services.comments();
    }

    public LinkService links() {
        return services.links();
    }

    public QueueService queues() {
        return services.queues();
    }

    public QueueItemService items() {
        return services.items();
    }

    public ClaimService claims() {
        return services.claims();
    }

    /** Work straight from the ready list, and over several queues and projects (Q22). */
    public ReadyClaimService readyClaims() {
        return services.readyClaims();
    }

    public SearchService search() {
        return services.search();
    }

    public ActivityService activity() {
        return services.activity();
    }

    public RetentionService retention() {
        return services.retention();
    }

    public ImportService imports() {
        return services.imports();
    }

    public ExportService exports() {
        return services.exports();
    }

    public AccountService accounts() {
        return services.people().accounts();
    }

    public UserService users() {
        return services.people().users();
    }

    public ApiTokenService tokens() {
        return services.people().tokens();
    }

    public PreferencesService preferences() {
        return services.people().preferences();
    }

    public SettingService settings() {
        return services.people().settings();
    }

    /** Tells who holds the token of a session or a program. */
    public Authentication authentication() {
        return services.people().authentication();
    }

    /** All use cases, for adapters that come on top. */
    public CairnServices services() {
        return services;
    }

    /** The container, for the adapters that were started in it. */
    public ApplicationContext context() {
        return context;
    }

    /** Ends background work and closes the database; every acknowledged change is on disk already. */
    @Override
    public void close() {
        sweeper.close();
        timekeeper.close();
        context.close();
        lock.ifPresent(DatabaseLock::close);
        afterwards.run();
    }
}
