package dev.cairn.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.cairn.application.interchange.ImportedTicket;
import dev.cairn.application.interchange.ImportedTicket.ImportedComment;
import dev.cairn.application.interchange.ImportedTicket.ImportedLink;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BacklogFormatTest {
    private static final BacklogFormat FORMAT = new BacklogFormat();
    private static final String KEEL = """
            ---
            id: BACK-12
            title: 'Lay the keel canary'
            status: In Progress
            assignee: [@ada, "tim-canary"]
            reporter: @grace-canary
            created_date: '2026-01-02 03:04'
            updated_date: 2026-01-03
            due_date: '2026-09-01T00:00Z'
            labels:
              - canary label
            dependencies: [task-3, BACK-004.01]
            parent_task_id: BACK-1
            priority: high
            type: bug
            ordinal: 3000
            milestone: m-1 canary
            references:
              - https://canary.example
            modified_files: [canary/file.ts]
            onStatusChange: 'echo canary'
            novelty: {of: a later canary}
            ---

            ## Description

            <!-- SECTION:DESCRIPTION:BEGIN -->
            Oak canary.
            <!-- SECTION:DESCRIPTION:END -->

            ## Acceptance Criteria
            <!-- AC:BEGIN -->
            - [x] #1 It floats
            - [ ] #2 It is
              straight canary
            <!-- AC:END -->

            ## Implementation Notes

            <!-- SECTION:NOTES:BEGIN -->
            Near the canary river.
            <!-- SECTION:NOTES:END -->

            ## Comments

            <!-- COMMENTS:BEGIN -->
            author: @grace
            created: 2026-01-03 04:05
            ---
            Oak is dear canary
            ---
            created: 2026-01-04 04:05
            ---
            So is pine
            ---
            <!-- COMMENTS:END -->

            ## Final Summary
            canary summary
            """;

    @Test
    void aTaskBecomesATicket() {
        ImportedTicket keel =
                read(Map.of("backlog/tasks/back-12 - Lay-the-keel.md", KEEL)).only();
        assertThat(keel.externalId()).isEqualTo("12");
        assertThat(keel.number()).isEqualTo(12);
        assertThat(keel.status()).isEqualTo(TicketStatus.IN_PROGRESS);
        assertThat(keel.content().type()).isEqualTo(TicketType.BUG);
        assertThat(keel.content().priority()).isEqualTo(Priority.HIGH);
        assertThat(keel.content().position()).isEqualTo(3000);
        assertThat(keel.content().labels()).containsExactly("canary label", "milestone:m-1 canary");
        assertThat(keel.content().dueAt()).isEqualTo(Instant.parse("2026-09-01T00:00:00Z"));
        assertThat(keel.createdAt()).isEqualTo(Instant.parse("2026-01-02T03:04:00Z"));
        assertThat(keel.updatedAt()).isEqualTo(Instant.parse("2026-01-03T00:00:00Z"));
        assertThat(keel.assignee()).isEqualTo("ada");
        assertThat(keel.parent()).isEqualTo("1");
        assertThat(keel.links())
                .extracting(ImportedLink::kind, ImportedLink::outgoing, ImportedLink::other)
                .containsExactly(tuple(LinkKind.BLOCKS, false, "3"), tuple(LinkKind.BLOCKS, false, "4.1"));
        assertThat(keel.content().acceptanceCriteria()).containsExactly("It floats", "It is\nstraight canary");
        assertThat(keel.content().overview())
                .startsWith("## Description\n\nOak canary.\n")
                .contains("- [x] #1 It floats", "## Implementation Notes", "## Final Summary\ncanary summary")
                .doesNotContain("<!--", "Oak is dear");
        assertThat(keel.comments())
                .extracting(ImportedComment::author, ImportedComment::content, ImportedComment::createdAt)
                .containsExactly(
                        tuple("grace", "Oak is dear canary", Instant.parse("2026-01-03T04:05:00Z")),
                        tuple("unknown", "So is pine", Instant.parse("2026-01-04T04:05:00Z")));
    }

    /** I9: each line that says canary, in the fields, the text and the comments, is in what is delivered. */
    @Test
    void nothingIsLostWithoutAWord() {
        String said = LossCheck.all(read(Map.of("tasks/back-12.md", KEEL)));
        List<String> lost = KEEL.lines()
                .filter(line -> line.contains("canary"))
                .map(line ->
                        line.replaceAll("^.*?([\\w/:.-]*\\s?canary).*$", "$1").strip())
                .filter(words -> !said.contains(words.replaceAll("^(- )?\\[?[@\"]*", "")))
                .toList();
        assertThat(lost).isEmpty();
        assertThat(said).contains("tim-canary", "grace-canary", "a later canary", "echo canary");
    }

    @ParameterizedTest
    @CsvSource({
        "tasks,To Do,OPEN,false,",
        "tasks,Won't Do,CLOSED,false,",
        "tasks,Odd,BLOCKED,false,status:Odd",
        "completed,Done,COMPLETED,false,",
        "completed,To Do,COMPLETED,false,",
        "drafts,To Do,BLOCKED,false,draft",
        "archive/tasks,To Do,OPEN,true,",
        "archive/drafts,Done,COMPLETED,true,draft"
    })
    void whereATaskLiesSaysHowFarItIs(String folder, String status, TicketStatus ours, boolean archived, String label) {
        ImportedTicket only = read(Map.of(folder + "/x.md", task("TASK-1", "status: \"" + status + "\"")))
                .only();
        assertThat(only.status()).isEqualTo(ours);
        assertThat(only.archivedAt() != null).isEqualTo(archived);
        assertThat(only.content().labels()).isEqualTo(label == null ? List.of() : List.of(label));
    }

    @ParameterizedTest
    @CsvSource({"BACK-355.02,355.2", "task-355.2,355.2", "DRAFT-1,draft-1", "my-app-07,7", "odd,odd", "100,100"})
    void anIdIsItsNumber(String written, String ours) {
        assertThat(BacklogTask.id(written)).isEqualTo(ours);
    }

    /** I6. */
    @ParameterizedTest
    @ValueSource(strings = {"", "''", "[]", "{}", "false", "0", "0001-01-01", "'0001-01-01 00:00'"})
    void aTimeThatSaysNothingIsAbsent(String nothing) {
        Collected all = read(Map.of(
                "tasks/x.md",
                task("TASK-1", "created_date: %1$s\nupdated_date: %1$s\ndue_date: %1$s".formatted(nothing))));
        assertThat(all.problems).isEmpty();
        assertThat(all.only().createdAt()).isNull();
        assertThat(all.only().updatedAt()).isNull();
        assertThat(all.only().content().dueAt()).isNull();
    }

    @Test
    void aNameThatReadsAsAnotherInUpperCaseIsAnother() {
        assertThat(read(Map.of("tasks/Maße.md", task("task-1", ""), "tasks/Masse.md", task("task-2", ""))).tickets)
                .hasSize(2);
    }

    @Test
    void aTaskWhoseIdIsTakenIsNotLost() {
        Collected all = read(new TreeMap<>(
                Map.of("completed/a.md", task("task-1", "title: old"), "tasks/b.md", task("BACK-1", "title: new"))));
        assertThat(all.tickets).extracting(ImportedTicket::externalId).containsExactly("1", "1#2");
        assertThat(all.problemsAt()).containsExactly("duplicate tasks/b.md");
    }

    @Test
    void decisionsDocumentsAndMilestonesAreDocuments() {
        Collected all = read(Map.of(
                "tasks/a.md", task("task-1", ""),
                "decisions/decision-1 - Oak.md", "---\nid: decision-1\n---\nOak.",
                "docs/guides/doc-1.md", "words"));
        assertThat(all.artifacts)
                .extracting(artifact -> artifact.content().content().title() + "="
                        + artifact.content().text().text())
                .containsExactlyInAnyOrder(
                        "decisions/decision-1 - Oak=---\nid: decision-1\n---\nOak.", "docs/guides/doc-1=words");
    }

    @Test
    void aBadFileCostsOnlyItself() {
        Collected all = read(new TreeMap<>(Map.of(
                "config.yml", "project_name: x",
                "tasks/a.md", "no front matter",
                "tasks/b.md", "---\nid: &a task-2\nlabels: *a\n---\n",
                "tasks/c.md", "---\nid: [\n---\n",
                "tasks/d.md", task("task-4", "ordinal: 1.5"))));
        assertThat(all.only().content().metadata().text()).isEqualTo("{\"ordinal\":1.5,\"id\":\"task-4\"}");
        assertThat(all.problemsAt())
                .containsExactly(
                        "not_carried_over config.yml",
                        "malformed tasks/a.md",
                        "malformed tasks/b.md",
                        "malformed tasks/c.md");
    }

    @Test
    void longFieldsOfOneKindAreNoTrouble() {
        Collected all = read(new TreeMap<>(Map.of(
                "tasks/a.md", task("task-1" + ".1".repeat(30_000), ""),
                "tasks/b.md", task("task-2", "labels:\n  -" + " ".repeat(60_000) + "x"),
                "tasks/c.md", task("task-3", "assignee:" + " ".repeat(60_000) + "x"))));
        assertThat(all.tickets).hasSize(3);
        assertThat(all.tickets.getFirst().externalId()).startsWith("1.1.1");
    }

    @Test
    void anotherFileIsRefused() {
        for (byte[] file : List.of(new byte[0], "[]xx".getBytes(StandardCharsets.UTF_8), zip(Map.of("a.md", "x")))) {
            assertThatThrownBy(() -> Collected.of(FORMAT, file))
                    .isInstanceOf(Invalid.class)
                    .hasMessageContaining("Expected a ZIP archive of the folder of Backlog.md");
        }
    }

    private static String task(String id, String fields) {
        return "---\nid: %s\n%s%s\n---\n".formatted(id, fields.contains("title") ? "" : "title: x\n", fields);
    }

    private static Collected read(Map<String, String> files) {
        return Collected.of(FORMAT, zip(files));
    }

    private static byte[] zip(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }
}
