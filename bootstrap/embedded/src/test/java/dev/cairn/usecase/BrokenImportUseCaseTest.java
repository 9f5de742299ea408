package dev.cairn.usecase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.cairn.application.artifact.CreateArtifact;
import dev.cairn.application.interchange.ImportProblem;
import dev.cairn.application.interchange.ImportReport;
import dev.cairn.application.interchange.ImportService;
import dev.cairn.application.interchange.ImportStores;
import dev.cairn.application.interchange.Imported;
import dev.cairn.application.interchange.ImportedItem;
import dev.cairn.application.interchange.ImportedRevision;
import dev.cairn.application.interchange.TrackerFormat;
import dev.cairn.application.port.IdGenerator;
import dev.cairn.application.port.Transactions;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.queue.EnqueueItem;
import dev.cairn.application.ticket.CommentText;
import dev.cairn.application.ticket.ImportedMoves;
import dev.cairn.application.ticket.TaskDraft;
import dev.cairn.application.work.Tally;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.activity.ActivityLog;
import dev.cairn.domain.artifact.ArtifactFilter;
import dev.cairn.domain.artifact.ArtifactFormat;
import dev.cairn.domain.artifact.ArtifactType;
import dev.cairn.domain.artifact.RevisionText;
import dev.cairn.domain.error.DomainError;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.interchange.Alias;
import dev.cairn.domain.interchange.AliasKind;
import dev.cairn.domain.interchange.AliasRepository;
import dev.cairn.domain.interchange.Staging;
import dev.cairn.domain.interchange.StagingRepository;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Lifecycle;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.kernel.Times;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketFilter;
import dev.cairn.domain.ticket.TicketKey;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.ticket.TicketRepository;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.user.Caller;
import dev.cairn.interchange.Formats;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Imports that meet another one, fail or die on their way (I4); each service stands for a server. */
class BrokenImportUseCaseTest extends UseCaseTest {
    /** The first reading is for the plan, the second stores new tickets, the third all else. */
    private static final int STORING = 2;

    private static final int STORING_PARTS = 3;
    /** More than one transaction takes. */
    private static final int COUNT = 150;

    private static final ProjectRef COPY = ProjectRef.parse("CPY");
    private static final Duration LONG = Duration.ofMinutes(6);

    /** I4 */
    @Test
    void theSameFileByTwoServersAtOnceIsThereOnce() throws IOException {
        Server other = new Server(_ -> {});
        Server slow = new Server(step -> {
            if (step.reading() == STORING && step.number() == 1) {
                assertThat(other.run(CRN, "beads", issues()).created()).isEqualTo(COUNT);
            }
        });
        assertRefused(ErrorCode.IMPORT_RUNNING, () -> slow.run(CRN, "beads", issues()));
        assertThat(tickets(CRN)).isEqualTo(COUNT);
        assertThat(other.run(CRN, "beads", issues()).unchanged()).isEqualTo(COUNT);
    }

    /** I4 */
    @Test
    void anImportThatFailsMidwayLeavesNothingAndMayBeSentAgainAtOnce() throws IOException {
        Server failing = new Server(step -> {
            if (step.reading() == STORING && step.number() == COUNT - 1) {
                throw new Failed();
            }
        });
        assertThatExceptionOfType(Failed.class).isThrownBy(() -> failing.run(CRN, "beads", issues()));
        assertThat(cairn.get(StagingRepository.class)
                        .findSilent(Times.now(clock).plus(LONG)))
                .isEmpty();
        assertThat(new Server(_ -> {}).run(CRN, "beads", issues()).created()).isEqualTo(COUNT);
        assertThat(tickets(CRN)).isEqualTo(COUNT);
    }

    /** I4 */
    @Test
    void anImportThatWasTakenForDeadFailsAndLeavesNothing() throws IOException {
        Server other = new Server(_ -> {});
        Server late = new Server(step -> {
            if (step.reading() == STORING && step.number() == COUNT - 1) {
                clock.advance(LONG);
                other.imports.recover();
            }
        });
        assertRefused(ErrorCode.IMPORT_RUNNING, () -> late.run(CRN, "beads", issues()));
        assertThat(tickets(CRN)).isZero();
        assertThat(other.run(CRN, "beads", issues()).created()).isEqualTo(COUNT);
    }

    /** I4: what somebody else still hides is not called deleted. */
    @Test
    void aFileWhoseTicketsAreNotShownYetIsRefusedUntilTheyAreThereOrGone() throws IOException {
        var _ = staged("z-1");
        Server server = new Server(_ -> {});
        assertRefused(ErrorCode.IMPORT_RUNNING, () -> server.run(CRN, "beads", issues()));
        clock.advance(LONG);
        server.imports.recover();
        assertThat(server.run(CRN, "beads", issues()).created()).isEqualTo(COUNT);
    }

    /** R30: a link that somebody puts while a file is stored counts, too; the file's own waits until that is gone. */
    @Test
    void aLinkByHandWhileAFileIsStoredClosesNoCircleWithTheFiles() throws IOException {
        String two = github(1, "") + "," + github(2, "");
        Server plain = new Server(_ -> {});
        plain.run(CRN, "github", "[" + two + "]");
        String file = IntStream.rangeClosed(4, COUNT)
                .mapToObj(number -> github(number, ""))
                .collect(Collectors.joining(",", "[" + github(3, "Blocked by #1\\nBlocks #2") + "," + two + ",", "]"));
        TicketRef one = TicketRef.parse("CRN-1");
        TicketRef other = TicketRef.parse("CRN-2");
        Server slow = new Server(step -> {
            if (step.reading() == STORING && step.number() == 1) {
                services.links().put(owner, other, LinkKind.BLOCKS, one);
            }
        });
        assertThat(slow.run(CRN, "github", file).problems())
                .extracting(ImportProblem::code)
                .containsExactly("cycle");
        services.links().delete(owner, other, LinkKind.BLOCKS, one);
        assertThat(plain.run(CRN, "github", file).problems()).isEmpty();
        assertThat(services.links().list(owner, TicketRef.parse("CRN-3"))).hasSize(2);
    }

    private static String github(int number, String body) {
        return """
                {"number":%1$d,"title":"Issue %1$d","state":"OPEN","body":"%2$s","createdAt":"2026-01-01T00:00:00Z","updatedAt":"2026-01-02T00:00:00Z"}""".formatted(number, body);
    }

    /** R30 */
    @Test
    void aLinkByHandWhileAFileChangesTicketsClosesNoCircleWithTheFiles() throws IOException {
        Server plain = new Server(_ -> {});
        plain.run(CRN, "beads", issues());
        String changed = issues().replace("2026-01-02", "2026-01-03")
                .replaceFirst("}", ",\"dependencies\":[{\"depends_on_id\":\"z-2\",\"type\":\"blocks\"}]}");
        TicketRef one = TicketRef.parse("CRN-1");
        TicketRef other = TicketRef.parse("CRN-2");
        Server slow = new Server(step -> {
            if (step.reading() == STORING && step.number() == 1) {
                services.links().put(owner, one, LinkKind.BLOCKS, other);
            }
        });
        assertThat(slow.run(CRN, "beads", changed).problems())
                .extracting(ImportProblem::code)
                .containsExactly("cycle");
        services.links().delete(owner, one, LinkKind.BLOCKS, other);
        assertThat(plain.run(CRN, "beads", changed).problems()).isEmpty();
        assertThat(services.links().list(owner, one)).hasSize(1);
    }

    /** I4 */
    @Test
    void aTicketThatIsNotShownYetIsNotFoundByAnybody() {
        TicketRef hidden = TicketRef.of(staged("z-1"));
        TicketRef key = TicketRef.parse("CRN-1");
        TicketRef other = ref(ticket("Other"));
        Queue queue = queue("q");
        for (TicketRef ref : List.of(hidden, key)) {
            List<ThrowingCallable> all = List.of(
                    () -> services.tickets().get(owner, ref),
                    () -> services.tickets().show(owner, ref),
                    () -> services.tickets().update(owner, ref, Expected.ANY, content -> content.withTitle("new")),
                    () -> services.tickets().changeStatus(owner, ref, Expected.ANY, TicketStatus.OPEN, false),
                    () -> services.tickets().archive(owner, ref, Expected.ANY),
                    () -> services.tickets().unarchive(owner, ref, Expected.ANY),
                    () -> services.tickets().delete(owner, ref, Expected.ANY),
                    () -> services.tickets().restore(owner, ref, Expected.ANY),
                    () -> services.tickets().purge(owner, ref, Expected.ANY),
                    () -> services.comments().add(owner, ref, new CommentText("words")),
                    () -> services.tasks().create(owner, ref, TaskDraft.of("step")),
                    () -> services.links().put(owner, ref, LinkKind.BLOCKS, other),
                    () -> services.links().put(owner, other, LinkKind.BLOCKS, ref),
                    () -> services.links().list(owner, ref),
                    () -> services.items().enqueue(owner, queue.id(), List.of(EnqueueItem.ticket(ref))));
            all.forEach(call -> assertRefused(ErrorCode.NOT_FOUND, call));
        }
        clock.advance(LONG);
        services.imports().recover();
    }

    /** I4: what was not stored when an import died is stored by its repetition. */
    @Test
    void theRepetitionOfAnImportThatDiedBringsQueuesAndRevisionsToo() throws IOException {
        services.imports().run(owner, CRN, "beads", stream(issues()));
        Queue queue = queue("q");
        enqueue(queue, ticket("Waiting"));
        services.items()
                .enqueue(
                        owner,
                        queue.id(),
                        List.of(new EnqueueItem(ref(ticket("Group", "a", "b")), null, null, null, true, false)));
        artifact();
        String file = export(CRN);
        services.projects().create(owner, CreateProject.of("CPY", "Copy"));
        Server whole = new Server(_ -> {});
        ProjectRef twin = ProjectRef.parse("TWN");
        services.projects().create(owner, CreateProject.of("TWN", "Twin"));
        whole.run(twin, "cairn", file);

        for (Class<?> last : List.of(ImportedRevision.class, ImportedItem.class)) {
            Server dying = new Server(step -> {
                if (step.reading() == STORING_PARTS && last.isInstance(step.read())) {
                    throw new Failed();
                }
            });
            assertThatExceptionOfType(Failed.class).isThrownBy(() -> dying.run(COPY, "cairn", file));
        }
        whole.run(COPY, "cairn", file);

        assertThat(kinds(export(COPY))).isEqualTo(kinds(export(twin)));
        String before = export(COPY);
        whole.run(COPY, "cairn", file);
        assertThat(export(COPY)).isEqualTo(before);
    }

    /**
     * R22: what happens to the project between two transactions of an import holds for the rest of it. What was stored to the end before is there,
     * as if it had come a moment earlier.
     */
    @ParameterizedTest
    @EnumSource
    void whatHappensToTheProjectMeanwhileEndsTheImport(Happening happening) throws IOException {
        services.imports().run(owner, CRN, "beads", stream(issues()));
        artifact();
        artifact();
        queue("q");
        String file = export(CRN);
        Caller ada = human("Ada");
        boolean ended = false;
        for (int k = 1; !ended; k += 2) {
            ended = happens(happening, k, ada, file);
        }
    }

    enum Happening {
        ARCHIVED,
        DELETED,
        PURGED,
        LEFT
    }

    /** Whether the import ended before. */
    private boolean happens(Happening happening, int k, Caller ada, String file) {
        String key = "K" + "ABCDEFGHIJ".charAt(k / 10) + "ABCDEFGHIJ".charAt(k % 10);
        ProjectRef ref = ProjectRef.of(
                services.projects().create(owner, CreateProject.of(key, key)).id());
        services.members().put(owner, ref, ada.userId(), Role.EDITOR);
        int[] artifacts = {-1};
        Counting transactions = new Counting(cairn.get(Transactions.class), k, () -> {
            artifacts[0] = artifacts(ref);
            happens(happening, ref, ada);
        });
        UnitOfWork work = new UnitOfWork(
                transactions,
                clock,
                cairn.get(IdGenerator.class),
                cairn.get(ActivityLog.class),
                cairn.get(Tally.class));
        ImportStores stores = cairn.get(ImportStores.class);
        ImportService imports = new ImportService(
                work, stores, cairn.get(ImportedMoves.class), List.copyOf(Formats.all(clock, stores.parts())));
        Throwable refused = catchThrowable(() -> imports.run(ada, ref, "cairn", stream(file)));
        if (refused == null && transactions.done <= k) {
            return true;
        }
        assertThat(refused).as("%s after %d", happening, k).isInstanceOfAny(DomainError.class);
        if (happening == Happening.PURGED) {
            return false;
        }
        if (happening == Happening.DELETED) {
            services.projects().restore(owner, ref, Expected.ANY);
        }
        assertThat(artifacts(ref)).as("%s after %d", happening, k).isEqualTo(artifacts[0]);
        var shown = services.tickets()
                .list(
                        owner,
                        ref,
                        TicketFilter.ANY,
                        new PageRequest(PageRequest.LIMIT_MAX, null, Sort.by(Sort.asc("number")), false))
                .items();
        assertThat(shown.size()).as("%s after %d", happening, k).isIn(0, COUNT);
        assertThat(shown).as("%s after %d", happening, k).allMatch(ticket -> ticket.status() == TicketStatus.OPEN);
        return false;
    }

    private void happens(Happening happening, ProjectRef ref, Caller ada) {
        switch (happening) {
            case ARCHIVED -> services.projects().archive(owner, ref, Expected.ANY);
            case DELETED -> services.projects().delete(owner, ref, Expected.ANY);
            case PURGED -> services.projects().purge(owner, ref, Expected.ANY);
            case LEFT -> services.members().remove(owner, ref, ada.userId());
        }
    }

    private int artifacts(ProjectRef ref) {
        return services.artifacts()
                .list(owner, ref, ArtifactFilter.ANY, PageRequest.first(Sort.by(Sort.asc("createdAt"))))
                .items()
                .size();
    }

    /** Lets something happen once so many transactions of an import were committed. */
    private static final class Counting implements Transactions {
        private final Transactions real;
        private final int count;
        private final Runnable then;
        private int done;

        Counting(Transactions real, int count, Runnable then) {
            this.real = real;
            this.count = count;
            this.then = then;
        }

        @Override
        public <T extends @Nullable Object> T write(Supplier<T> work) {
            return real.write(work);
        }

        @Override
        public <T extends @Nullable Object> T bulk(Supplier<T> work) {
            T result = real.bulk(work);
            if (++done == count) {
                then.run();
            }
            return result;
        }

        @Override
        public <T extends @Nullable Object> T read(Supplier<T> work) {
            return real.read(work);
        }

        @Override
        public OptionalLong stamp() {
            return real.stamp();
        }
    }

    /** How many lines there are of each kind. */
    private static Map<String, Long> kinds(String export) {
        return export.lines()
                .collect(Collectors.groupingBy(
                        line -> line.substring(0, line.indexOf(':')), TreeMap::new, Collectors.counting()));
    }

    private void artifact() {
        var content =
                new CreateArtifact(ArtifactType.DOCUMENT, "Notes", ArtifactFormat.MARKDOWN, RevisionText.of("first"));
        var notes = services.artifacts().create(owner, CRN, content).artifact().id();
        for (String text : List.of("second", "third")) {
            services.artifacts().update(owner, notes, Expected.ANY, draft -> draft.withRevision(RevisionText.of(text)));
        }
    }

    /** What is about to be handed on: which reading of the file, and the how manieth thing in it. */
    private record Step(int reading, int number, Imported read) {}

    private interface Watcher {
        void see(Step step) throws IOException;
    }

    private static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Knows nothing of what other servers on the database are doing. */
    private final class Server {
        private final ImportService imports;

        Server(Watcher watcher) {
            ImportStores stores = cairn.get(ImportStores.class);
            List<TrackerFormat> watched = Formats.all(clock, stores.parts()).stream()
                    .map(format -> (TrackerFormat) new Watched(format, watcher))
                    .toList();
            imports = new ImportService(cairn.get(UnitOfWork.class), stores, cairn.get(ImportedMoves.class), watched);
        }

        ImportReport run(ProjectRef into, String format, String file) throws IOException {
            return imports.run(owner, into, format, stream(file));
        }
    }

    private static final class Watched implements TrackerFormat {
        private final TrackerFormat format;
        private final Watcher watcher;
        private int readings;

        Watched(TrackerFormat format, Watcher watcher) {
            this.format = format;
            this.watcher = watcher;
        }

        @Override
        public String name() {
            return format.name();
        }

        @Override
        public void read(InputStream file, Consumer<Imported> sink) throws IOException {
            int reading = ++readings;
            int[] number = {0};
            format.read(file, read -> {
                try {
                    watcher.see(new Step(reading, ++number[0], read));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
                sink.accept(read);
            });
        }
    }

    private Id<Ticket> staged(String externalId) {
        IdGenerator ids = cairn.get(IdGenerator.class);
        Staging staging =
                new Staging(ids.next(), project.id(), ids.next(), ids.next(), ids.next(), false, Times.now(clock));
        Id<Ticket> id = ids.next();
        cairn.get(Transactions.class).write(() -> {
            cairn.get(StagingRepository.class).insert(staging);
            int number = cairn.get(ProjectRepository.class).takeTicketNumbers(project.id(), 1);
            cairn.get(TicketRepository.class)
                    .insert(new Ticket(
                            id,
                            project.id(),
                            new TicketKey(project.key(), number),
                            TicketContent.titled("Staged"),
                            TicketStatus.BLOCKED,
                            null,
                            null,
                            new Lifecycle(
                                    0, Times.now(clock), Times.now(clock), null, Times.now(clock), staging.open())));
            cairn.get(AliasRepository.class)
                    .insertAll(List.of(
                            new Alias(ids.next(), project.id(), "beads", externalId, AliasKind.TICKET, id, null)));
            return id;
        });
        return id;
    }

    private static String issues() {
        return IntStream.rangeClosed(1, COUNT).mapToObj("""
                        {"id":"z-%d","title":"An issue","status":"open","priority":2,"issue_type":"task",\
                        "created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-02T00:00:00Z"}
                        """::formatted).collect(Collectors.joining());
    }

    private long tickets(ProjectRef ref) {
        return services.tickets()
                .list(
                        owner,
                        ref,
                        TicketFilter.ANY,
                        new PageRequest(PageRequest.LIMIT_MAX, null, Sort.by(Sort.asc("number")), false))
                .items()
                .size();
    }

    private String export(ProjectRef ref) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        services.exports().export(owner, ref, out);
        return out.toString(UTF_8);
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
