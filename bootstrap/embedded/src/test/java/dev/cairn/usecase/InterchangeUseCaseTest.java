package dev.cairn.usecase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.agent.CreateAgent;
import dev.cairn.application.artifact.CreateArtifact;
import dev.cairn.application.interchange.ImportProblem;
import dev.cairn.application.interchange.ImportReport;
import dev.cairn.application.memory.MemoryOwner;
import dev.cairn.application.memory.NewMemory;
import dev.cairn.application.model.NewProvider;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.ticket.CommentText;
import dev.cairn.application.ticket.StatusChange;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.agent.AgentContent;
import dev.cairn.domain.artifact.ArtifactFilter;
import dev.cairn.domain.artifact.ArtifactFormat;
import dev.cairn.domain.artifact.ArtifactStatus;
import dev.cairn.domain.artifact.ArtifactType;
import dev.cairn.domain.artifact.RevisionText;
import dev.cairn.domain.collected.Actor;
import dev.cairn.domain.collected.Boundaries;
import dev.cairn.domain.collected.CollectedData;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.memory.Memory;
import dev.cairn.domain.memory.MemoryContent;
import dev.cairn.domain.memory.MemoryRelation;
import dev.cairn.domain.memory.RelationKind;
import dev.cairn.domain.model.ProviderContent;
import dev.cairn.domain.model.ProviderKey;
import dev.cairn.domain.model.ProviderType;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.TicketFilter;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketSummary;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.UserContent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class InterchangeUseCaseTest extends UseCaseTest {
    private static final String BEADS = """
            {"id":"b-1","title":"Epic","status":"open","priority":1,"issue_type":"epic","created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-02T00:00:00Z"}
            {"id":"b-2","title":"Child","description":"words","status":"closed","priority":0,"issue_type":"bug","created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-02T00:00:00Z","closed_at":"2026-01-03T00:00:00Z","labels":["x"],"dependencies":[{"issue_id":"b-2","depends_on_id":"b-1","type":"parent-child"},{"issue_id":"b-2","depends_on_id":"b-3","type":"blocks"}],"comments":[{"id":1,"issue_id":"b-2","author":"ann","text":"hi","created_at":"2026-01-01T10:00:00Z"}]}
            {"id":"b-3","title":"Blocker","status":"open","priority":2,"issue_type":"task","created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-02T00:00:00Z","dependencies":[{"issue_id":"b-3","depends_on_id":"b-2","type":"blocks"},{"issue_id":"b-3","depends_on_id":"b-9","type":"related"},{"issue_id":"b-3","depends_on_id":"b-4","type":"blocks"}]}
            {"id":"b-4","title":"Gone","status":"tombstone","priority":2,"issue_type":"task","created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-02T00:00:00Z"}
            """;
    private static final String TASKMASTER = """
            {"master":{"tasks":[
              {"id":1,"title":"First","description":"d","status":"done","dependencies":[],"priority":"high","subtasks":[
                {"id":1,"title":"s1","status":"done","dependencies":[]},{"id":2,"title":"s2","status":"pending","dependencies":[1]}]},
              {"id":2,"title":"Second","description":"d","status":"pending","dependencies":[1,7],"priority":"low"}]}}
            """;

    @Test
    void aBeadsFileArrivesWithItsLinksParentsAndComments() throws IOException {
        ImportReport report = run("beads", BEADS);
        assertThat(report.created()).isEqualTo(3);
        assertThat(report.skipped()).isEqualTo(1);
        assertThat(report.problems()).extracting(ImportProblem::code).contains("cycle", "dangling", "skipped_target");
        var child = services.tickets()
                .get(owner, TicketRef.of(titled("Child").id()))
                .ticket();
        assertThat(child.status()).isEqualTo(TicketStatus.COMPLETED);
        assertThat(child.content().priority()).isEqualTo(Priority.URGENT);
        assertThat(child.content().parentId()).isEqualTo(titled("Epic").id());
        assertThat(child.completedAt()).isEqualTo("2026-01-03T00:00:00Z");
        assertThat(child.lifecycle().createdAt()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(services.links().list(owner, TicketRef.of(child.id()))).hasSize(1);
    }

    /** R36 */
    @Test
    void importingAgainChangesNothing() throws IOException {
        run("beads", BEADS);
        String before = export(CRN);
        clock.advance(Duration.ofHours(1));
        ImportReport again = run("beads", BEADS);
        assertThat(again.created()).isZero();
        assertThat(again.updated()).isZero();
        assertThat(again.unchanged()).isEqualTo(3);
        assertThat(export(CRN)).isEqualTo(before);
    }

    @Test
    void importingAChangedFileUpdatesWhatChanged() throws IOException {
        run("taskmaster", TASKMASTER);
        ImportReport again =
                run("taskmaster", TASKMASTER.replace("\"s2\",\"status\":\"pending\"", "\"s2\",\"status\":\"done\""));
        assertThat(again.updated()).isEqualTo(1);
        assertThat(again.unchanged()).isEqualTo(1);
    }

    /** R36 */
    @Test
    void statesAreSetWithoutTheRulesOfTheWorkflow() throws IOException {
        ImportReport report = run("taskmaster", TASKMASTER);
        assertThat(report.problems()).extracting(ImportProblem::code).containsExactly("dangling");
        var first = services.tickets().get(owner, TicketRef.parse("CRN-1"));
        assertThat(first.ticket().status()).isEqualTo(TicketStatus.COMPLETED);
        assertThat(first.unfinishedTasks()).hasSize(1);
        assertThat(first.tasks().get(1).content().dependsOn())
                .containsExactly(first.tasks().get(0).id());
    }

    /** R36 */
    @Test
    void anExportImportsToAnEqualProject() throws IOException {
        fill();
        services.projects().create(owner, CreateProject.of("CPY", "Copy"));
        String original = export(CRN);
        services.imports().run(owner, ProjectRef.parse("CPY"), "cairn", stream(original));
        assertThat(normalised(export(ProjectRef.parse("CPY")))).isEqualTo(normalised(original));
        ImportReport again = services.imports().run(owner, ProjectRef.parse("CPY"), "cairn", stream(original));
        assertThat(again.created() + again.updated()).isZero();
        assertThat(services.artifacts()
                        .list(
                                owner,
                                ProjectRef.parse("CPY"),
                                ArtifactFilter.ANY,
                                PageRequest.first(Sort.by(Sort.asc("createdAt"))))
                        .items())
                .hasSize(6)
                .allMatch(artifact -> artifact.revision() == 1);
    }

    /** R36: agents come with all but their provider's secret, memories with what they are to one another. */
    @Test
    void agentsAndMemoriesTravel() throws IOException {
        var provider = services.providers()
                .create(
                        owner,
                        new NewProvider(
                                new ProviderContent("Own", ProviderType.OLLAMA, null, "small", null, null),
                                new ProviderKey("sk-canary-export"),
                                null));
        var content = AgentContent.of("reviewer").withGoal("no bugs").withProviderId(provider.id());
        var ada = services.agents().create(owner, new CreateAgent(UserContent.named("Ada"), content));
        services.members().put(owner, CRN, ada.user().id(), Role.EDITOR);
        Memory first = remembered("Releases are on Thursdays");
        Memory second = remembered("Releases are on Fridays");
        services.memories().relate(owner, new MemoryRelation(second.id(), first.id(), RelationKind.CONTRADICTS));
        services.memories().relate(owner, new MemoryRelation(first.id(), second.id(), RelationKind.REFINES));
        String original = export(CRN);
        assertThat(original)
                .contains("Thursdays", "no bugs", "\"provider\":\"Own\"")
                .doesNotContain("canary");
        services.projects().create(owner, CreateProject.of("CPY", "Copy"));
        services.imports().run(owner, ProjectRef.parse("CPY"), "cairn", stream(original));
        assertThat(normalised(export(ProjectRef.parse("CPY")))).isEqualTo(normalised(original));
        ImportReport again = run("cairn", original);
        assertThat(again.created() + again.updated()).isZero();
        assertThat(services.agents()
                        .list(owner, PageRequest.first(Sort.by(Sort.asc("createdAt"))))
                        .items())
                .hasSize(1);
    }

    @Test
    void anAgentTravelsHoweverManyMembersTheProjectHas() throws IOException {
        for (int i = 1; i <= PageRequest.LIMIT_MAX; i++) {
            member("Member " + i, Role.VIEWER);
        }
        var ada = services.agents().create(owner, CreateAgent.of("Ada", "reviewer"));
        services.members().put(owner, CRN, ada.user().id(), Role.EDITOR);
        assertThat(export(CRN)).contains("reviewer");
    }

    /** R47: what an agent is told is its owner's. */
    @Test
    void agentsOfOthersAreNotExported() throws IOException {
        var ada = services.agents().create(owner, CreateAgent.of("Ada", "reviewer"));
        services.members().put(owner, CRN, ada.user().id(), Role.EDITOR);
        Caller viewer = member("Vera", Role.VIEWER);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        services.exports().export(viewer, CRN, out);
        assertThat(out.toString(UTF_8)).contains("CRN").doesNotContain("reviewer");
    }

    private Memory remembered(String text) {
        return services.memories()
                .create(owner, new MemoryOwner(null, CRN), new NewMemory(MemoryContent.of(text), null));
    }

    @Test
    void anExportImportedIntoItsOwnProjectChangesNothing() throws IOException {
        fill();
        ImportReport report = run("cairn", export(CRN));
        assertThat(report.created() + report.updated()).isZero();
        assertThat(report.unchanged()).isEqualTo(2);
    }

    @Test
    void whatWasDeletedHereStaysDeleted() throws IOException {
        run("taskmaster", TASKMASTER);
        services.tickets().delete(owner, TicketRef.parse("CRN-2"), Expected.ANY);
        ImportReport again = run("taskmaster", TASKMASTER);
        assertThat(again.skipped()).isEqualTo(1);
        assertThat(byTitle(CRN)).containsOnlyKeys("First");
    }

    @Test
    void anUnknownFormatAndAForeignFileAreRefused() {
        assertRefused(ErrorCode.UNKNOWN_VALUE, () -> run("jira", "{}"));
        assertRefused(ErrorCode.FORMAT, () -> run("taskmaster", "[1,2]"));
        assertRefused(
                ErrorCode.NOT_FOUND,
                () -> services.imports().run(owner, ProjectRef.parse("NOPE"), "beads", stream("")));
    }

    private void fill() {
        var one = ticket("One", "a", "b");
        var two = ticket("Two");
        services.links().put(owner, ref(one), LinkKind.BLOCKS, ref(two));
        services.comments().add(owner, ref(one), new CommentText("hello"));
        services.tasks()
                .update(
                        owner,
                        one.tasks().get(1).id(),
                        task -> task.edit(content -> content.withDescription("why")
                                .withEstimatedMinutes(5)
                                .withLabels(List.of("l"))
                                .withDependsOn(List.of(one.tasks().get(0).id()))));
        var despite = new StatusChange(TicketStatus.IN_PROGRESS, false, true);
        services.tickets().changeStatus(owner, ref(two), Expected.ANY, despite);
        queue(QueueContent.named("work").withLeaseSeconds(60));
        var actors = List.of(Actor.named("Ada"));
        services.collected()
                .replace(
                        owner,
                        CRN,
                        Expected.ANY,
                        new CollectedData(actors, List.of(), Boundaries.NONE, List.of(), List.of("fast")));
        var made = services.generation().generate(owner, CRN, List.of());
        services.artifacts().changeStatus(owner, made.getFirst().id(), Expected.ANY, ArtifactStatus.VALIDATED);
        for (String text : List.of("of Monday", "of Tuesday")) {
            clock.advance(Duration.ofSeconds(1));
            services.artifacts()
                    .create(
                            owner,
                            CRN,
                            new CreateArtifact(
                                    ArtifactType.DOCUMENT, "Notes", ArtifactFormat.MARKDOWN, RevisionText.of(text)));
        }
    }

    private ImportReport run(String format, String file) throws IOException {
        return services.imports().run(owner, CRN, format, stream(file));
    }

    private String export(ProjectRef project) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        services.exports().export(owner, project, out);
        return out.toString(UTF_8);
    }

    /** Ids by first appearance, and without the project's own line and the times of last change. */
    private static List<String> normalised(String export) {
        List<String> lines = new ArrayList<>(export.lines().skip(1).toList());
        Map<String, String> names = new HashMap<>();
        Pattern ids = Pattern.compile("\"[0-9A-HJKMNP-TV-Z]{13}\"");
        return lines.stream()
                .map(line -> ids.matcher(line)
                        .replaceAll(id ->
                                Matcher.quoteReplacement(names.computeIfAbsent(id.group(), _ -> "#" + names.size()))))
                .toList();
    }

    private Map<String, TicketSummary> byTitle(ProjectRef project) {
        Map<String, TicketSummary> tickets = new HashMap<>();
        services.tickets()
                .list(owner, project, TicketFilter.ANY, PageRequest.first(Sort.by(Sort.asc("number"))))
                .items()
                .forEach(ticket -> tickets.put(ticket.title(), ticket));
        return tickets;
    }

    private TicketSummary titled(String title) {
        return Objects.requireNonNull(byTitle(CRN).get(title));
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
