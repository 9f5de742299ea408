package dev.cairn.usecase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import dev.cairn.application.artifact.CreateArtifact;
import dev.cairn.application.conversation.CreateConversation;
import dev.cairn.application.conversation.PostMessage;
import dev.cairn.application.interchange.ImportProblem;
import dev.cairn.application.interchange.ImportReport;
import dev.cairn.application.interchange.ImportRequest;
import dev.cairn.application.port.IdGenerator;
import dev.cairn.application.port.Transactions;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.project.Opening;
import dev.cairn.application.queue.ClaimRequest;
import dev.cairn.application.queue.ClaimResult.Claimed;
import dev.cairn.application.queue.ClaimUpdate;
import dev.cairn.application.queue.EnqueueItem;
import dev.cairn.application.ticket.CommentText;
import dev.cairn.application.ticket.ReadyTicket;
import dev.cairn.application.ticket.TaskDraft;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.activity.ActivityFilter;
import dev.cairn.domain.activity.ActivityLog;
import dev.cairn.domain.artifact.Artifact;
import dev.cairn.domain.artifact.ArtifactFilter;
import dev.cairn.domain.artifact.ArtifactFormat;
import dev.cairn.domain.artifact.ArtifactType;
import dev.cairn.domain.artifact.RevisionRepository;
import dev.cairn.domain.artifact.RevisionText;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.DomainError;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.interchange.Staging;
import dev.cairn.domain.interchange.StagingRepository;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Lifecycle;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.kernel.Times;
import dev.cairn.domain.kernel.Wire;
import dev.cairn.domain.project.ProjectContent;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.queue.ItemStatus;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.domain.queue.QueueItemRepository;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketFilter;
import dev.cairn.domain.ticket.TicketKey;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.ticket.TicketRepository;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketSummary;
import dev.cairn.domain.ticket.TicketWithTasks;
import dev.cairn.domain.user.Caller;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an import promises (I1–I5, I8). */
class ImportRulesUseCaseTest extends UseCaseTest {
    private static final String OLD = "2026-01-02T00:00:00Z";
    private static final String NEW = "2027-01-02T00:00:00Z";

    /** I1 */
    @Test
    void whatAFileClosesLeavesItsQueueAndItsHolder() throws IOException {
        run("beads", issue("z-1", "open"));
        Queue queue = queue("q");
        enqueue(queue, get("CRN-1"));
        Claimed claim = claim(queue);
        run("beads", issue("z-1", "closed"));
        assertThat(get("CRN-1").ticket().status()).isEqualTo(TicketStatus.COMPLETED);
        assertThat(itemStatus(queue)).containsExactly(ItemStatus.COMPLETED);
        assertRefused(
                ErrorCode.LEASE_LOST,
                () -> services.claims().release(owner, claim.claim().id(), update(claim)));
        assertThat(itemStatus(queue)).containsExactly(ItemStatus.COMPLETED);
    }

    /** I1 */
    @Test
    void aSubtaskThatIsDoneInTheFileLeavesItsQueue() throws IOException {
        run("taskmaster", TASKS.formatted("pending"));
        Queue queue = queue("q");
        services.items()
                .enqueue(
                        owner,
                        queue.id(),
                        List.of(EnqueueItem.task(get("CRN-1").tasks().getFirst().id())));
        claim(queue);
        run("taskmaster", TASKS.formatted("done"));
        assertThat(itemStatus(queue)).containsExactly(ItemStatus.COMPLETED);
        assertThat(get("CRN-1").tasks().getFirst().status()).isEqualTo(TaskStatus.COMPLETED);
    }

    /** I1, Q21: rows are equal whether a person or a file takes the work away, and nobody holds what comes back. */
    @ParameterizedTest
    @EnumSource
    void whatAFileTakesFromAHolderComesBackAsNobodys(Taken how) throws IOException {
        for (boolean task : List.of(false, true)) {
            if (task && how == Taken.FINISHED) {
                continue; // A person finishes its tasks with it, a file says itself which are finished.
            }
            String name = how + (task ? " task" : " ticket");
            assertThat(takenAway(how, name, task, true)).as(name).isEqualTo(takenAway(how, name, task, false));
        }
    }

    enum Taken {
        FINISHED,
        CLOSED,
        ARCHIVED,
        DELETED
    }

    /** What is there of it after it has come back: status of ticket, tasks and items. */
    private List<Object> takenAway(Taken how, String name, boolean task, boolean byFile) throws IOException {
        String id = (name + byFile).replace(' ', '-');
        run("beads", issue(id, name, "open", OLD, ""));
        TicketRef ref = TicketRef.of(tickets(CRN).getLast().id());
        Queue queue = queue(id);
        boolean withTask = how != Taken.FINISHED;
        if (withTask) {
            services.tasks().create(owner, ref, TaskDraft.of("step"));
        }
        TicketWithTasks ticket = services.tickets().get(owner, ref);
        EnqueueItem item = task ? EnqueueItem.task(ticket.tasks().getFirst().id()) : EnqueueItem.ticket(ref);
        services.items().enqueue(owner, queue.id(), List.of(item));
        claim(queue);
        clock.advance(Duration.ofSeconds(1));
        take(how, ref, id, byFile);
        TicketWithTasks back = giveBack(how, ref);
        return List.of(
                back.ticket().status(), back.tasks().stream().map(Task::status).toList(), itemStatus(queue));
    }

    private void take(Taken how, TicketRef ref, String id, boolean byFile) throws IOException {
        switch (how) {
            case FINISHED -> {
                if (byFile) {
                    run("beads", issue(id, id, "closed", OLD, ""));
                } else {
                    services.tickets().changeStatus(owner, ref, Expected.ANY, TicketStatus.COMPLETED, false);
                }
            }
            case CLOSED -> {
                if (byFile) {
                    run("cairn", line(ref, TicketStatus.CLOSED, ""));
                } else {
                    services.tickets().changeStatus(owner, ref, Expected.ANY, TicketStatus.CLOSED, false);
                }
            }
            case ARCHIVED -> {
                if (byFile) {
                    TicketStatus status =
                            services.tickets().get(owner, ref).ticket().status();
                    run("cairn", line(ref, status, ",\"archivedAt\":\"" + OLD + "\""));
                } else {
                    services.tickets().archive(owner, ref, Expected.ANY);
                }
            }
            case DELETED -> {
                if (byFile) {
                    services.imports()
                            .run(
                                    owner,
                                    CRN,
                                    ImportRequest.of("beads").pruning(),
                                    stream(issue(id, id, "tombstone", OLD, "")));
                } else {
                    services.tickets().delete(owner, ref, Expected.ANY);
                }
            }
        }
    }

    /** A file in Cairn's own format, which says this of the ticket. */
    private String line(TicketRef ref, TicketStatus status, String more) throws IOException {
        Ticket ticket = services.tickets().get(owner, ref).ticket();
        String header = export(CRN).lines().findFirst().orElseThrow();
        return header + """

                {"ticket":{"externalId":"%s","title":"%s","status":"%s","updatedAt":"%s"%s}}
                """.formatted(ticket.id(), ticket.content().title(), Wire.of(status), clock.instant(), more);
    }

    private TicketWithTasks giveBack(Taken how, TicketRef ref) {
        return switch (how) {
            case FINISHED, CLOSED ->
                services.tickets().changeStatus(owner, ref, Expected.ANY, TicketStatus.OPEN, false);
            case ARCHIVED -> services.tickets().unarchive(owner, ref, Expected.ANY);
            case DELETED -> services.tickets().restore(owner, ref, Expected.ANY);
        };
    }

    /** I1 */
    @Test
    void theStatusOfWhatSomebodyHoldsStaysUntilItIsFree() throws IOException {
        run("beads", issue("z-1", "open"));
        Queue queue = queue("q");
        enqueue(queue, get("CRN-1"));
        Claimed claim = claim(queue);
        ImportReport report = run("beads", issue("z-1", "blocked"));
        assertThat(codes(report)).containsExactly("claimed");
        assertThat(get("CRN-1").ticket().status()).isEqualTo(TicketStatus.IN_PROGRESS);
        assertThat(itemStatus(queue)).containsExactly(ItemStatus.CLAIMED);
        services.claims().release(owner, claim.claim().id(), update(claim));
        assertThat(codes(run("beads", issue("z-1", "blocked")))).isEmpty();
        assertThat(get("CRN-1").ticket().status()).isEqualTo(TicketStatus.BLOCKED);
    }

    /** I2: random trackers, random changes here, the same file again. */
    @Test
    void theSameFileAgainChangesNothingWhateverHappenedHere() throws IOException {
        long seed = Long.getLong("cairn.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 6; round++) {
            String key = "R" + (char) ('A' + round) + "X";
            ProjectRef project = ProjectRef.parse(key);
            services.projects().create(owner, CreateProject.of(key, "Round " + round));
            String format = round % 2 == 0 ? "beads" : "taskmaster";
            String file = round % 2 == 0 ? randomBeads(random, 40) : randomTasks(random, 15);
            services.imports().run(owner, project, format, stream(file));
            changeThings(random, project);
            clock.advance(Duration.ofHours(1));
            String before = export(project);
            long entries = activity();
            ImportReport again = services.imports().run(owner, project, format, stream(file));
            assertThat(export(project)).as("seed %d round %d", seed, round).isEqualTo(before);
            assertThat(again.created() + again.updated()).as("seed %d", seed).isZero();
            assertThat(activity()).as("seed %d", seed).isEqualTo(entries);
        }
    }

    /** Q23 */
    @Test
    void anItemFollowsTheTicketThatAFileChanges() throws IOException {
        run("beads", issue("z-1", "open"));
        Queue queue = queue("q");
        enqueue(queue, get("CRN-1"));
        run("beads", issue("z-1", "open").replace("\"priority\":2", "\"priority\":0"));
        assertThat(claim(queue).item().priority())
                .isEqualTo(get("CRN-1").ticket().content().priority())
                .isEqualTo(Priority.URGENT);
    }

    /** I2 */
    @Test
    void whereBothSidesChangedTheNewerWinsAndTheOtherIsNamed() throws IOException {
        run("beads", titled("z-1", "First words", OLD));
        services.tickets().update(owner, TicketRef.parse("CRN-1"), Expected.ANY, content -> content.withTitle("Ours"));
        ImportReport older = run("beads", titled("z-1", "First words again", "2026-01-03T00:00:00Z"));
        assertThat(codes(older)).containsExactly("conflict_kept_ours");
        assertThat(get("CRN-1").ticket().content().title()).isEqualTo("Ours");
        ImportReport newer = run("beads", titled("z-1", "First words at last", NEW));
        assertThat(codes(newer)).containsExactly("conflict_kept_theirs");
        assertThat(get("CRN-1").ticket().content().title()).isEqualTo("First words at last");
    }

    /** I2 */
    @Test
    void whatOnlyOneSideChangedIsThatSides() throws IOException {
        run("beads", labelled("z-1", "Some words", "a", "b"));
        move(get("CRN-1"), TicketStatus.IN_PROGRESS);
        ImportReport report = run("beads", labelled("z-1", "Some other words", "b", "c"));
        assertThat(codes(report)).isEmpty();
        Ticket ticket = get("CRN-1").ticket();
        assertThat(ticket.content().title()).isEqualTo("Some other words");
        assertThat(ticket.status()).isEqualTo(TicketStatus.IN_PROGRESS);
        assertThat(ticket.content().labels()).containsExactly("b", "c");
    }

    /** I2: what has no room is said, and comes once there is some. */
    @Test
    void aLabelOfTheFileThatHasNoRoomIsNamedUntilThereIsSome() throws IOException {
        run("beads", labelled("z-1", "Words", "a"));
        TicketRef ref = TicketRef.parse("CRN-1");
        List<String> full = IntStream.range(0, TicketContent.LABELS_MAX)
                .mapToObj(i -> "own-" + i)
                .toList();
        services.tickets().update(owner, ref, Expected.ANY, content -> content.withLabels(full));
        String file = labelled("z-1", "Words", "a", "b");
        for (int again = 0; again < 2; again++) {
            assertThat(codes(run("beads", file))).containsExactly("not_carried_over");
            assertThat(get("CRN-1").ticket().content().labels()).isEqualTo(full);
        }
        services.tickets().update(owner, ref, Expected.ANY, content -> content.withLabels(full.subList(0, 3)));
        assertThat(codes(run("beads", file))).isEmpty();
        assertThat(get("CRN-1").ticket().content().labels()).containsExactly("own-0", "own-1", "own-2", "b");
    }

    /** I2 */
    @Test
    void anOlderVersionOfAnEntryNeverWins() throws IOException {
        run("beads", titled("z-1", "Words of today", NEW));
        ImportReport report = run("beads", titled("z-1", "Words of old", OLD));
        assertThat(codes(report)).containsExactly("older");
        assertThat(get("CRN-1").ticket().content().title()).isEqualTo("Words of today");
    }

    /** I2 */
    @Test
    void anArchivedTicketIsLeftAloneAndNamed() throws IOException {
        run("beads", titled("z-1", "Some words", OLD));
        services.tickets().archive(owner, TicketRef.parse("CRN-1"), Expected.ANY);
        assertThat(codes(run("beads", titled("z-1", "Some words", OLD)))).isEmpty();
        assertThat(codes(run("beads", titled("z-1", "Some new words", NEW)))).containsExactly("archived");
        assertThat(get("CRN-1").ticket().content().title()).isEqualTo("Some words");
    }

    /** I3 */
    @Test
    void theSameIdFromAnotherSourceIsAnotherTicket() throws IOException {
        for (String source : List.of("one", "two", "one")) {
            services.imports().run(owner, CRN, ImportRequest.of("beads").from(source), stream(issue("z-1", "open")));
        }
        assertThat(tickets(CRN)).hasSize(2);
    }

    /** I3 */
    @Test
    void filesThatShareIdsAndNothingElseAreToldApartWithoutAName() throws IOException {
        String one = TASKS.formatted("pending").replace("First", "Login page");
        String other = TASKS.formatted("pending").replace("First", "Parser");
        run("taskmaster", one);
        assertThat(codes(run("taskmaster", other))).containsExactly("other_source");
        for (String file : List.of(one, other)) {
            ImportReport again = run("taskmaster", file);
            assertThat(again.unchanged()).isEqualTo(1);
            assertThat(again.problems()).isEmpty();
        }
        assertThat(tickets(CRN)).extracting(TicketSummary::title).containsExactly("Login page", "Parser");
    }

    /** I3 */
    @Test
    void aNameByDefaultDoesNotMakeAnotherSourceOfTheSameFile() throws IOException {
        run("beads", issue("z-1", "open"));
        ImportReport again = services.imports()
                .run(owner, CRN, new ImportRequest("beads", null, "folder", false), stream(issue("z-1", "open")));
        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(tickets(CRN)).hasSize(1);
    }

    /** I4 */
    @Test
    void aFileThatIsCutAnywhereLeavesNothingBehind() throws IOException {
        String file = randomTasks(new Random(7), 30);
        run("beads", issue("z-1", "open"));
        String before = export(CRN);
        for (int end = 1; end < file.length(); end += 97) {
            int cut = end;
            assertRefused(ErrorCode.FORMAT, () -> run("taskmaster", file.substring(0, cut)));
        }
        assertThat(export(CRN)).isEqualTo(before);
    }

    /** I4 */
    @Test
    void noTicketOfARunningImportIsReadyBeforeWhatItWaitsFor() throws Exception {
        int count = 1_500;
        StringBuilder file = new StringBuilder();
        for (int i = count; i > 0; i--) {
            file.append(i == 1 ? issue("z-1", "open") : blocked("z-" + i, "z-" + (i - 1)));
        }
        AtomicBoolean done = new AtomicBoolean();
        List<List<String>> wrong = new ArrayList<>();
        Thread watcher = Thread.ofPlatform().start(() -> {
            while (!done.get()) {
                List<String> ready = ready();
                if (!ready.isEmpty() && !ready.equals(List.of("Issue z-1"))) {
                    wrong.add(ready);
                }
            }
        });
        ImportReport report = run("beads", file.toString());
        done.set(true);
        watcher.join();
        assertThat(report.created()).isEqualTo(count);
        assertThat(wrong).isEmpty();
        assertThat(ready()).containsExactly("Issue z-1");
    }

    /** I4 */
    @Test
    void circlesAreFoundInLongChains() throws IOException {
        int count = 2_000;
        String file = IntStream.range(0, count)
                .mapToObj(i -> child("z-" + i, "z-" + (i + 1) % count, "z-" + (i + count - 1) % count))
                .collect(Collectors.joining());
        ImportReport report = run("beads", file);
        assertThat(report.created()).isEqualTo(count);
        assertThat(codes(report)).containsExactly("cycle", "cycle");
    }

    /** R30: what people and files link, delete and restore makes no circle, in whatever order. */
    @Test
    void linksByHandAndByFilesCloseNoCircleAlsoThroughDeletedTickets() throws IOException {
        long seed = Long.getLong("cairn.seed", System.nanoTime());
        Random random = new Random(seed);
        int count = 5;
        int steps = 60;
        run("beads", randomLinks(random, count, 0));
        for (int step = 1; step <= steps; step++) {
            try {
                linkSomething(random, count, step);
            } catch (DomainError refused) {
                assertThat(refused.code()).isIn(ErrorCode.LINK_CYCLE, ErrorCode.NOT_FOUND, ErrorCode.NOT_DELETED);
            }
            assertThat(Cairn.administration(CairnOptions.of(database)).verify().contradictions())
                    .as("seed %d step %d", seed, step)
                    .isEmpty();
        }
    }

    private void linkSomething(Random random, int count, int step) throws IOException {
        TicketRef one = TicketRef.parse("CRN-" + (1 + random.nextInt(count)));
        TicketRef other = TicketRef.parse("CRN-" + (1 + random.nextInt(count)));
        switch (random.nextInt(5)) {
            case 0 -> services.links().put(owner, one, LinkKind.BLOCKS, other);
            case 1 -> services.links().delete(owner, one, LinkKind.BLOCKS, other);
            case 2 -> services.tickets().delete(owner, one, Expected.ANY);
            case 3 -> services.tickets().restore(owner, one, Expected.ANY);
            default -> run("beads", randomLinks(random, count, step));
        }
    }

    private static String randomLinks(Random random, int count, int step) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        issue("z-" + i, "Issue z-" + i, "open", "2026-02-01T00:%02d:00Z".formatted(step), """
                        ,"dependencies":[{"depends_on_id":"z-%d","type":"blocks"}]""".formatted(
                                        random.nextInt(count))))
                .collect(Collectors.joining());
    }

    /** I4 */
    @Test
    void anImportThatDiedIsUndoneOrShown() {
        for (boolean committed : List.of(false, true)) {
            Id<Ticket> ticket = staged(committed);
            services.imports().recover();
            var found = services.tickets().getAll(owner, List.of(ticket));
            assertThat(found).hasSize(committed ? 1 : 0);
            assertThat(found).allMatch(each -> each.status() == TicketStatus.OPEN);
        }
        assertThat(ready()).containsExactly("Staged");
    }

    /** I5 */
    @Test
    void whatHasGoneFromTheFileIsNamedAndPrunedWhenAsked() throws IOException {
        String whole = issue("z-1", "open")
                + issue("z-3", "open")
                + child("z-2", "z-3", "z-1").replace("}]}", "}],\"comments\":[" + COMMENT + "]}");
        String left = issue("z-1", "open") + issue("z-3", "tombstone") + issue("z-2", "open");
        run("beads", whole);
        assertThat(ready()).doesNotContain("Issue z-2");
        assertThat(codes(run("beads", left))).containsExactlyInAnyOrder("gone", "gone", "gone", "tombstone");
        assertThat(codes(run("beads", left))).containsExactly("tombstone");
        services.imports().run(owner, CRN, ImportRequest.of("beads").pruning(), stream(left));
        assertThat(ready()).containsExactlyInAnyOrder("Issue z-1", "Issue z-2");
        assertThat(tickets(CRN)).hasSize(2);
    }

    /** I5 */
    @Test
    void aTaskThatHasGoneFromTheFileIsNamedAndPrunedWhenAsked() throws IOException {
        run("taskmaster", TASKS.formatted("pending"));
        String without = TASKS.formatted("pending").replaceAll("\\{\"id\":1,\"title\":\"s1\".*?\\[]}", "");
        assertThat(codes(run("taskmaster", without))).containsExactly("gone");
        assertThat(get("CRN-1").tasks()).hasSize(1);
        services.imports().run(owner, CRN, ImportRequest.of("taskmaster").pruning(), stream(without));
        assertThat(get("CRN-1").tasks()).isEmpty();
    }

    /** I6 */
    @Test
    void aCommentIsTheSameByItsWordsToo() throws IOException {
        for (String id : List.of("1", "41", "\"0199-aa\"")) {
            run(
                    "beads",
                    issue("z-1", "open")
                            .replace("}\n", ",\"comments\":[" + COMMENT.replace("\"id\":1", "\"id\":" + id) + "]}\n"));
        }
        assertThat(services.comments()
                        .list(owner, TicketRef.parse("CRN-1"), PageRequest.first(Sort.by(Sort.asc("createdAt"))))
                        .items())
                .hasSize(1);
    }

    @Test
    void aSymmetricLinkIsStoredOnceWhicheverWayItIsPut() {
        var one = ticket("One");
        var two = ticket("Two");
        services.links().put(owner, ref(one), LinkKind.RELATES_TO, ref(two));
        services.links().put(owner, ref(two), LinkKind.RELATES_TO, ref(one));
        assertThat(services.links().list(owner, ref(one))).hasSize(1);
        services.links().delete(owner, ref(two), LinkKind.RELATES_TO, ref(one));
        assertThat(services.links().list(owner, ref(one))).isEmpty();
    }

    /** I8 */
    @Test
    void aCopyKnowsTheIdsOfTheTrackerItsTicketsCameFrom() throws IOException {
        String file = randomBeads(new Random(3), 20);
        run("beads", file);
        ProjectRef copy = copied();
        ImportReport again = services.imports().run(owner, copy, "beads", stream(file));
        assertThat(again.created() + again.updated()).isZero();
    }

    /** I8 */
    @Test
    void aCopyOfEverythingIsEqual() throws IOException {
        Caller ada = member("Ada", Role.EDITOR);
        fillEverything(ada);
        String original = export(CRN);
        ProjectRef copy = ProjectRef.parse("CPY");
        services.projects()
                .create(owner, new CreateProject("CPY", ProjectContent.named("Copy"), new Opening(true, List.of())));
        services.members().put(owner, copy, ada.userId(), Role.VIEWER);
        assertThat(services.imports()
                        .run(owner, copy, "cairn", stream(original))
                        .problems())
                .isEmpty();
        assertThat(normalised(export(copy))).isEqualTo(normalised(original));
        assertThat(records(copy))
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*([iI]d|key|dependsOn|version)")
                .isEqualTo(records(CRN));
        String before = export(copy);
        ImportReport again = services.imports().run(owner, copy, "cairn", stream(original));
        assertThat(again.created() + again.updated()).isZero();
        assertThat(again.problems()).isEmpty();
        assertThat(export(copy)).isEqualTo(before);
    }

    /** What is stored, whether an export has it or not. */
    private List<Object> records(ProjectRef project) {
        PageRequest oldest = PageRequest.first(Sort.by(Sort.asc("createdAt")));
        List<Object> records = new ArrayList<>();
        for (TicketSummary summary : tickets(project)) {
            TicketRef ticket = TicketRef.of(summary.id());
            records.add(services.tickets().get(owner, ticket));
            records.addAll(services.comments().list(owner, ticket, oldest).items());
        }
        for (Artifact artifact : services.artifacts()
                .list(owner, project, ArtifactFilter.ANY, oldest)
                .items()) {
            var revisions = PageRequest.first(RevisionRepository.NEWEST_FIRST);
            records.addAll(services.artifacts()
                    .revisions(owner, artifact.id(), revisions)
                    .items());
        }
        return records;
    }

    /** I8, R34 */
    @Test
    void whatAnExportDoesNotCarryIsNamedInIt() throws IOException {
        var one = ticket("One");
        services.tickets()
                .update(
                        owner,
                        ref(one),
                        Expected.ANY,
                        content -> content.withSuggestedFileIds(List.of(new Id<String>(7), new Id<String>(8)))
                                .withSuggestedAgentIds(List.of(new Id<String>(9)))
                                .withSuggestedPromptIds(List.of(new Id<String>(10))));
        services.comments()
                .delete(
                        owner,
                        services.comments()
                                .add(owner, ref(one), new CommentText("Taken back"))
                                .id());
        assertThat(export(CRN).lines().toList().getLast())
                .isEqualTo("{\"left\":{\"comments that were deleted\":1,\"suggested agents\":1,"
                        + "\"suggested files\":2,\"suggested prompts\":1}}");
    }

    /** I8 */
    @Test
    void whoIsNoMemberIsListedAndCannotBeAssigned() throws IOException {
        services.tickets()
                .update(
                        owner,
                        ref(ticket("One")),
                        Expected.ANY,
                        assignee(member("Ada", Role.EDITOR).userId()));
        services.projects().create(owner, CreateProject.of("CPY", "Copy"));
        ImportReport report = services.imports().run(owner, ProjectRef.parse("CPY"), "cairn", stream(export(CRN)));
        assertThat(codes(report)).containsExactly("unknown_assignee");
    }

    private void fillEverything(Caller ada) throws IOException {
        run("beads", randomBeads(new Random(11), 12));
        var one = ticket("Assigned", "first", "second");
        services.tickets().update(owner, ref(one), Expected.ANY, assignee(ada.userId()));
        services.tasks()
                .update(
                        owner,
                        one.tasks().getFirst().id(),
                        task -> task.withStatus(TaskStatus.COMPLETED)
                                .edit(content -> content.withAssigneeId(ada.userId())));
        services.comments().add(ada, ref(one), new CommentText("hers"));
        clock.advance(Duration.ofSeconds(1));
        services.tickets().archive(owner, ref(ticket("Archived")), Expected.ANY);
        var content =
                new CreateArtifact(ArtifactType.DOCUMENT, "Notes", ArtifactFormat.MARKDOWN, RevisionText.of("first"));
        var notes = services.artifacts().create(owner, CRN, content).artifact().id();
        for (String text : List.of("second", "third")) {
            clock.advance(Duration.ofSeconds(1));
            services.artifacts().update(ada, notes, Expected.ANY, draft -> draft.withRevision(RevisionText.of(text)));
        }
        services.collected().validate(owner, CRN, Expected.ANY);
        Queue queue = queue("q");
        enqueue(queue, ticket("Waiting"));
        services.items()
                .enqueue(
                        owner,
                        queue.id(),
                        List.of(new EnqueueItem(ref(ticket("Group", "a", "b")), null, null, null, true, false)));
        services.tickets().delete(owner, ref(ticket("Deleted")), Expected.ANY);
        talk();
    }

    private void talk() {
        Id<Conversation> chat = services.conversations()
                .create(owner, CRN, CreateConversation.chat("About it"))
                .conversation()
                .id();
        for (int i = 0; i < 30; i++) {
            cairn.messages().post(owner, chat, PostMessage.of("word " + i));
        }
    }

    /** Ids by first appearance, without the project's own line and the chat that a new project begins with. */
    private static List<String> normalised(String export) {
        Map<String, String> names = new HashMap<>();
        Pattern ids = Pattern.compile("\"[0-9A-HJKMNP-TV-Z]{13}\"");
        List<String> lines = new ArrayList<>();
        for (String line : export.lines().skip(1).toList()) {
            if (!line.contains("\"purpose\":\"intake\"") && !line.contains("This chat collects")) {
                lines.add(ids.matcher(line)
                        .replaceAll(id ->
                                Matcher.quoteReplacement(names.computeIfAbsent(id.group(), _ -> "#" + names.size()))));
            }
        }
        return lines;
    }

    /** I8 */
    @Test
    void workOnQueuesTravels() throws IOException {
        Queue queue = queue("q");
        var waiting = ticket("Waiting");
        var held = ticket("Held", "step");
        enqueue(queue, held);
        claim(queue);
        enqueue(queue, waiting);
        ProjectRef copy = copied();
        Queue there = services.queues()
                .list(owner, copy, PageRequest.first(Sort.by(Sort.asc("name"))))
                .items()
                .getFirst();
        assertThat(itemStatus(there)).containsExactly(ItemStatus.READY, ItemStatus.READY);
        services.imports().run(owner, copy, "cairn", stream(export(CRN)));
        assertThat(itemStatus(there)).hasSize(2);
    }

    /** I8 */
    @Test
    void twoHundredQueuesAndMoreTravelAndAreLogged() throws IOException {
        for (int i = 0; i < 205; i++) {
            queue(QueueContent.named("queue " + i));
        }
        ImportReport same = run("cairn", export(CRN));
        assertThat(same.created() + same.updated()).isZero();
        ProjectRef copy = copied();
        var filter = new ActivityFilter(null, null, null, List.of("queue.created"));
        var page = new PageRequest(PageRequest.LIMIT_MAX, null, ActivityLog.NEWEST_FIRST, false);
        assertThat(services.activity().list(owner, copy, filter, page).items()).hasSize(200);
        assertThat(export(copy).lines().filter(line -> line.startsWith("{\"queue\"")))
                .hasSize(205);
    }

    /** IMP-1 */
    @Test
    void aNumberThatNoKeyTakesIsRefusedByLine() throws IOException {
        String header = export(CRN).lines().findFirst().orElseThrow();
        for (String number : List.of("2147483647", "1000000000", "0", "-1")) {
            ImportReport report = run(
                    "cairn",
                    header + "\n{\"ticket\":{\"externalId\":\"1\",\"title\":\"t\",\"number\":" + number + "}}\n");
            assertThat(codes(report)).containsExactly("malformed");
        }
        run("cairn", header + "\n{\"ticket\":{\"externalId\":\"1\",\"title\":\"t\",\"number\":900000000}}\n");
        ticket("Next");
        assertThat(tickets(CRN)).hasSize(2);
        assertThat(export(CRN)).contains("900000000", "900000001");
    }

    private static final String COMMENT =
            "{\"id\":1,\"author\":\"ann\",\"text\":\"same words\",\"created_at\":\"2026-01-01T10:00:00Z\"}";
    private static final String TASKS = """
            {"master":{"tasks":[{"id":1,"title":"First","status":"pending","dependencies":[],"subtasks":[{"id":1,"title":"s1","status":"%s","dependencies":[]}]}]}}
            """;

    private static String issue(String id, String status) {
        return issue(id, "Issue " + id, status, OLD, "");
    }

    private static String titled(String id, String title, String updatedAt) {
        return issue(id, title, "open", updatedAt, "");
    }

    private static String labelled(String id, String title, String... labels) {
        return issue(id, title, "open", OLD, ",\"labels\":[\"%s\"]".formatted(String.join("\",\"", labels)));
    }

    private static String blocked(String id, String by) {
        return issue(
                id,
                "Issue " + id,
                "open",
                OLD,
                ",\"dependencies\":[{\"issue_id\":\"%s\",\"depends_on_id\":\"%s\",\"type\":\"blocks\"}]"
                        .formatted(id, by));
    }

    private static String child(String id, String parent, String blocker) {
        return issue(id, "Issue " + id, "open", OLD, """
                ,"dependencies":[{"depends_on_id":"%s","type":"parent-child"},{"depends_on_id":"%s","type":"blocks"}]""".formatted(parent, blocker));
    }

    private static String issue(String id, String title, String status, String updatedAt, String more) {
        return """
                {"id":"%s","title":"%s","status":"%s","priority":2,"issue_type":"task","created_at":"2026-01-01T00:00:00Z","updated_at":"%s"%s}
                """.formatted(id, title, status, updatedAt, more);
    }

    private static String randomBeads(Random random, int count) {
        List<String> kinds = List.of("blocks", "relates-to", "discovered-from", "parent-child", "duplicates");
        StringBuilder file = new StringBuilder();
        for (int i = 0; i < count; i++) {
            List<String> dependencies = new ArrayList<>();
            for (int d = random.nextInt(3); d > 0; d--) {
                dependencies.add("{\"depends_on_id\":\"z-%d\",\"type\":\"%s\"}"
                        .formatted(random.nextInt(count + 2), kinds.get(random.nextInt(kinds.size()))));
            }
            String status =
                    List.of("open", "open", "closed", "in_progress", "blocked").get(random.nextInt(5));
            String more = ",\"labels\":[\"l%d\"],\"dependencies\":[%s],\"comments\":[%s]"
                    .formatted(random.nextInt(3), String.join(",", dependencies), random.nextBoolean() ? COMMENT : "");
            file.append(issue("z-" + i, "Issue z-" + i, status, OLD, more));
        }
        return file.toString();
    }

    private static String randomTasks(Random random, int count) {
        List<String> tasks = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            List<String> subtasks = new ArrayList<>();
            for (int s = 1; s <= random.nextInt(4); s++) {
                subtasks.add("{\"id\":%d,\"title\":\"sub %d\",\"status\":\"%s\",\"dependencies\":[%s]}"
                        .formatted(s, s, random.nextBoolean() ? "pending" : "done", s > 1 ? "1" : ""));
            }
            tasks.add("{\"id\":%d,\"title\":\"Task %d\",\"status\":\"%s\",\"dependencies\":[%s],\"subtasks\":[%s]}"
                    .formatted(
                            i,
                            i,
                            random.nextBoolean() ? "pending" : "in-progress",
                            i > 1 ? 1 + random.nextInt(i - 1) : "",
                            String.join(",", subtasks)));
        }
        return "{\"master\":{\"tasks\":[" + String.join(",", tasks) + "]}}";
    }

    /** What people and agents do between two imports. */
    private void changeThings(Random random, ProjectRef project) {
        Queue queue =
                services.queues().create(owner, project, QueueContent.named("q").withMaxParallel(10));
        List<TicketSummary> all = tickets(project);
        for (TicketSummary each : all) {
            clock.advance(Duration.ofSeconds(1));
            TicketRef ref = TicketRef.of(each.id());
            TicketWithTasks ticket = services.tickets().get(owner, ref);
            try {
                changeSomething(random, queue, ref, ticket);
            } catch (Conflict refused) {
                // What people may not do changes nothing either.
                assertThat(refused.code()).isIn(ErrorCode.TICKET_ARCHIVED, ErrorCode.TASKS_OPEN, ErrorCode.BLOCKED);
            }
        }
    }

    private void changeSomething(Random random, Queue queue, TicketRef ref, TicketWithTasks ticket) {
        switch (random.nextInt(9)) {
            case 0 ->
                services.tickets()
                        .update(
                                owner,
                                ref,
                                Expected.ANY,
                                content -> content.withTitle(
                                        "Ours " + ticket.ticket().number()));
            case 1 -> services.comments().add(owner, ref, new CommentText("ours"));
            case 2 -> services.tickets().archive(owner, ref, Expected.ANY);
            case 3 -> services.tickets().delete(owner, ref, Expected.ANY);
            case 4 -> {
                if (ticket.ticket().status() == TicketStatus.OPEN) {
                    enqueue(queue, ticket);
                    services.claims().claim(owner, queue.id(), ClaimRequest.DEFAULT);
                }
            }
            case 5 ->
                services.tickets()
                        .changeStatus(
                                owner,
                                ref,
                                Expected.ANY,
                                ticket.ticket().status().next().iterator().next(),
                                true);
            case 6 ->
                ticket.tasks()
                        .forEach(task -> services.tasks()
                                .update(owner, task.id(), draft -> draft.withStatus(TaskStatus.COMPLETED)));
            case 7 ->
                services.links().list(owner, ref).stream()
                        .limit(1)
                        .forEach(link -> services.links()
                                .delete(owner, TicketRef.of(link.fromId()), link.kind(), TicketRef.of(link.toId())));
            default -> {}
        }
    }

    private Id<Ticket> staged(boolean committed) {
        Staging staging = new Staging(
                cairn.get(IdGenerator.class).next(),
                project.id(),
                cairn.get(IdGenerator.class).next(),
                cairn.get(IdGenerator.class).next(),
                cairn.get(IdGenerator.class).next(),
                committed,
                Times.now(clock).minus(Duration.ofHours(1)));
        Id<Ticket> id = cairn.get(IdGenerator.class).next();
        cairn.get(Transactions.class).write(() -> {
            cairn.get(StagingRepository.class).insert(staging);
            int number = cairn.get(ProjectRepository.class).takeTicketNumbers(project.id(), 1);
            return cairn.get(TicketRepository.class)
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
        });
        return id;
    }

    private ProjectRef copied() throws IOException {
        ProjectRef copy = ProjectRef.parse("CPY");
        services.projects().create(owner, CreateProject.of("CPY", "Copy"));
        services.imports().run(owner, copy, "cairn", stream(export(CRN)));
        return copy;
    }

    private ImportReport run(String format, String file) throws IOException {
        return services.imports().run(owner, CRN, format, stream(file));
    }

    private TicketWithTasks get(String key) {
        return services.tickets().get(owner, TicketRef.parse(key));
    }

    private List<TicketSummary> tickets(ProjectRef project) {
        return services.tickets()
                .list(owner, project, TicketFilter.ANY, PageRequest.first(Sort.by(Sort.asc("number"))))
                .items();
    }

    private List<String> ready() {
        return services.ready().list(owner, CRN, false, 50, null).items().stream()
                .map(ReadyTicket::ticket)
                .map(TicketSummary::title)
                .toList();
    }

    private List<ItemStatus> itemStatus(Queue queue) {
        return services
                .items()
                .list(owner, queue.id(), List.of(), PageRequest.first(QueueItemRepository.CLAIM_ORDER))
                .items()
                .stream()
                .map(view -> view.item().status())
                .toList();
    }

    private long activity() {
        var page = new PageRequest(1, null, ActivityLog.NEWEST_FIRST, false);
        return services.activity()
                .list(owner, null, new ActivityFilter(null, null, null, List.of()), page)
                .items()
                .getFirst()
                .seq();
    }

    private String export(ProjectRef project) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        services.exports().export(owner, project, out);
        return out.toString(UTF_8);
    }

    private static ClaimUpdate update(Claimed claim) {
        return ClaimUpdate.of(claim.claim().fencingToken());
    }

    private static List<String> codes(ImportReport report) {
        return report.problems().stream().map(ImportProblem::code).toList();
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
