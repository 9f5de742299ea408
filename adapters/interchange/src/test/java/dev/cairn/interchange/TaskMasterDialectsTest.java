package dev.cairn.interchange;

import static dev.cairn.interchange.Samples.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.interchange.ImportedTicket;
import dev.cairn.application.interchange.ImportedTicket.ImportedLink;
import dev.cairn.application.interchange.ImportedTicket.ImportedTask;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.TicketStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** I6: what task-master's versions, and people, write. */
class TaskMasterDialectsTest {

    @ParameterizedTest
    @CsvSource({
        "in_progress,IN_PROGRESS",
        "todo,OPEN",
        "canceled,CLOSED",
        "closed,COMPLETED",
        "In Review,REVIEW",
        "Done,COMPLETED"
    })
    void aStatusWrittenByHandIsUnderstoodAndKept(String theirs, TicketStatus ours) {
        Collected all = task("\"status\":\"" + theirs + "\"");
        assertThat(all.only().status()).isEqualTo(ours);
        assertThat(all.only().content().metadata().text()).isEqualTo("{\"status\":\"" + theirs + "\"}");
        assertThat(all.problems).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"completed,COMPLETED,", "in_progress,IN_PROGRESS,", "canceled,CANCELLED,", "odd,PENDING,status:odd"})
    void soIsASubtasks(String theirs, TaskStatus ours, String label) {
        ImportedTask task = task("\"subtasks\":[{\"id\":1,\"title\":\"s\",\"status\":\"" + theirs + "\"}]")
                .only()
                .tasks()
                .getFirst();
        assertThat(task.status()).isEqualTo(ours);
        assertThat(task.content().labels()).isEqualTo(label == null ? List.of() : List.of(label));
    }

    @ParameterizedTest
    @ValueSource(strings = {"50", "true", "[\"high\"]", "\"huge\"", "1.50"})
    void aPriorityThatIsNoneIsKeptWithItsType(String theirs) {
        Collected all = task("\"priority\":" + theirs);
        assertThat(all.only().content().priority()).isEqualTo(Priority.NORMAL);
        assertThat(all.only().content().metadata().text()).isEqualTo("{\"priority\":" + theirs + "}");
        assertThat(all.problemsAt()).containsExactly("unknown_value t/tasks/1");
    }

    @Test
    void subtasksOfSubtasksFollowTheirsWithTheirWords() {
        ImportedTicket ticket = task("\"subtasks\":[{\"id\":1,\"title\":\"a\",\"subtasks\":["
                        + "{\"id\":1,\"title\":\"aa\",\"details\":\"words\",\"subtasks\":[{\"id\":9,\"title\":\"aaa\"}]},"
                        + "{\"id\":\"1.1.2\",\"title\":\"ab\",\"dependencies\":[1]}]},"
                        + "{\"id\":2,\"title\":\"b\",\"dependencies\":[\"1.1\",\"1.1.2\",\"1.2.1\"]},\"just words\"]")
                .only();
        assertThat(ticket.tasks())
                .extracting(task -> task.content().content())
                .containsExactly("a", "aa", "aaa", "ab", "b", "just words");
        assertThat(ticket.tasks())
                .extracting(ImportedTask::externalId)
                .containsExactly("t/1.1", "t/1.1.1", "t/1.1.1.9", "t/1.1.2", "t/1.2", "t/1.3");
        assertThat(ticket.tasks().get(1).content().description()).isEqualTo("## Details\n\nwords");
        assertThat(ticket.tasks().get(3).dependsOn()).containsExactly("t/1.1.1");
        assertThat(ticket.tasks().get(4).dependsOn()).containsExactly("t/1.1", "t/1.1.2");
    }

    @Test
    void aTicketThatDependsOnAnothersSubtaskWaitsForThatTicket() {
        Collected all = Collected.of(
                Samples.TASK_MASTER,
                "{\"t\":{\"tasks\":[{\"id\":3,\"title\":\"c\",\"dependencies\":[1.2,\"1.1\",\"3.1\",\"7.1\",\"2\"]},"
                        + "{\"id\":1,\"title\":\"a\",\"subtasks\":[{\"id\":1,\"title\":\"s\"},{\"id\":2,\"title\":\"r\"}]},"
                        + "{\"id\":\"2\",\"title\":\"b\"}]}}");
        assertThat(all.tickets.getFirst().links())
                .containsExactly(
                        new ImportedLink("t/tasks/3", LinkKind.BLOCKS, false, "t/1"),
                        new ImportedLink("t/tasks/3", LinkKind.BLOCKS, false, "t/2"));
        assertThat(all.problemsAt())
                .containsExactly(
                        "not_carried_over t/tasks/3",
                        "not_carried_over t/tasks/3",
                        "cycle t/tasks/3",
                        "dangling t/tasks/3");
    }

    @Test
    void aTaskThatIsCalledLikeASubtaskIsNotLost() {
        Collected all = Collected.of(
                Samples.TASK_MASTER,
                "{\"t\":{\"tasks\":[{\"id\":1,\"title\":\"a\",\"subtasks\":[{\"id\":2,\"title\":\"s\"}]},"
                        + "{\"id\":\"1.2\",\"title\":\"b\"},{\"id\":3,\"title\":\"c\",\"dependencies\":[\"1.2\"]}]}}");
        assertThat(all.tickets).extracting(ticket -> ticket.content().title()).containsExactly("a", "b", "c");
        assertThat(all.tickets.getLast().links().getFirst().other())
                .isEqualTo(all.tickets.get(1).externalId())
                .isNotEqualTo(all.tickets.get(0).tasks().getFirst().externalId());
    }

    /** I3: tags of branches are long, and begin alike. */
    @Test
    void tagsThatDifferAfterManyCharactersAreTwo() {
        for (int length : new int[] {45, 150, 400}) {
            String tag = "feature-".repeat(50).substring(0, length);
            String tasks = "{\"tasks\":[{\"id\":1,\"title\":\"a\",\"dependencies\":[2]},{\"id\":2,\"title\":\"b\"}]}";
            Collected all = Collected.of(
                    Samples.TASK_MASTER, "{\"" + tag + "1\":" + tasks + ",\"" + tag + "2\":" + tasks + "}");
            assertThat(all.tickets)
                    .extracting(ImportedTicket::externalId)
                    .doesNotHaveDuplicates()
                    .hasSize(4)
                    .allMatch(id -> id.length() <= 300);
            assertThat(all.tickets.stream()
                            .map(ticket -> ticket.content().labels().getFirst())
                            .distinct())
                    .hasSize(2);
            assertThat(all.tickets.getFirst().links().getFirst().other())
                    .isEqualTo(all.tickets.get(1).externalId());
        }
    }

    @Test
    void aSlashInATagIsNotOneInAnId() {
        Collected all = Collected.of(
                Samples.TASK_MASTER,
                "{\"a\":{\"tasks\":[{\"id\":\"b/1\",\"title\":\"x\"}]},\"a/b\":{\"tasks\":[{\"id\":1,\"title\":\"y\"}]}}");
        assertThat(all.tickets).hasSize(2);
        assertThat(all.problems).isEmpty();
    }

    @Test
    void longIdsOfSubtasksStayApart() {
        String id = "x".repeat(400);
        ImportedTicket ticket = task("\"subtasks\":[{\"id\":\"" + id + "1\",\"title\":\"a\"},{\"id\":\"" + id
                        + "2\",\"title\":\"b\"," + "\"dependencies\":[\"" + id + "1\"]}]")
                .only();
        assertThat(ticket.tasks()).extracting(ImportedTask::externalId).doesNotHaveDuplicates();
        assertThat(ticket.tasks().getLast().dependsOn())
                .containsExactly(ticket.tasks().getFirst().externalId());
    }

    @Test
    void timesAreTaken() {
        ImportedTicket ticket =
                task("\"createdAt\":\"2026-01-02\",\"updatedAt\":\"2026-01-03T00:00:00\",\"status\":\"completed\"")
                        .only();
        assertThat(ticket.createdAt()).isEqualTo(Instant.parse("2026-01-02T00:00:00Z"));
        assertThat(ticket.completedAt()).isEqualTo(Instant.parse("2026-01-03T00:00:00Z"));
        assertThat(ticket.content().metadata().text()).isEqualTo("{}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"id\":1,\"title\":\"a\"}]",
                "{\"currentTag\":\"master\",\"branchTagMapping\":{}}",
                "{\"master\":{\"metadata\":{}}}",
                "{\"tags\":{\"master\":{\"tasks\":[]}}}",
                "{\"master\":{\"tasks\":null}}",
                "{\"id\":\"a\",\"title\":\"A\"}\n{\"id\":\"b\",\"title\":\"B\"}"
            })
    void whatHasNoTasksIsRefusedAndSaysWhatWasExpected(String file) {
        assertThatThrownBy(() -> Collected.of(Samples.TASK_MASTER, file))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("Expected a task-master tasks.json");
    }
}
