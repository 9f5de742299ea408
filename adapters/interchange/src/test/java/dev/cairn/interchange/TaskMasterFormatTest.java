package dev.cairn.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.interchange.ImportedTicket;
import dev.cairn.application.interchange.ImportedTicket.ImportedLink;
import dev.cairn.application.interchange.ImportedTicket.ImportedTask;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskMasterFormatTest {
    private static final TaskMasterFormat FORMAT = new TaskMasterFormat();

    @Test
    void aTaskBecomesATicketWithItsSubtasksAsTasks() {
        ImportedTicket keel = Collected.resource(FORMAT, "tasks.json").tickets.getFirst();
        assertThat(keel.externalId()).isEqualTo("master/1");
        assertThat(keel.place()).isEqualTo("master/tasks/1");
        assertThat(keel.content().overview()).isEqualTo("Oak.\n\nTwelve metres.");
        assertThat(keel.content().labels()).containsExactly("tag:master");
        assertThat(keel.updatedAt()).isEqualTo(Instant.parse("2025-10-10T08:45:46.816Z"));
        assertThat(keel.completedAt()).isEqualTo(keel.updatedAt());
        assertThat(keel.content().metadata().text())
                .isEqualTo("{\"testStrategy\":\"Look at it\",\"previousStatus\":\"in-progress\"}");
        assertThat(keel.tasks())
                .extracting(ImportedTask::externalId)
                .containsExactly("master/1.1", "master/1.2", "master/1.3");
        assertThat(keel.tasks().get(0).content().description())
                .isEqualTo("A tall one\n\n## Details\n\nNear the river\n\n## Test strategy\n\nIt lies"
                        + "\n\n## Acceptance criteria\n\n- straight");
        assertThat(keel.tasks().get(1).content().labels()).containsExactly("review");
        assertThat(keel.tasks().get(2).dependsOn()).containsExactly("master/1.2", "master/1.1");
    }

    @Test
    void aDependencyBlocksWhereverItStandsInTheTag() {
        ImportedTicket frames = Collected.resource(FORMAT, "tasks.json").tickets.get(1);
        assertThat(frames.links())
                .containsExactly(
                        new ImportedLink("master/tasks/2", LinkKind.BLOCKS, false, "master/1"),
                        new ImportedLink("master/tasks/2", LinkKind.BLOCKS, false, "master/3"));
    }

    @Test
    void everyOddityIsReportedAtItsPlace() {
        Collected all = Collected.resource(FORMAT, "tasks.json");
        assertThat(all.problemsAt())
                .containsExactly(
                        "duplicate master/tasks/3/subtasks/3",
                        "not_carried_over master/metadata",
                        "dangling other/tasks/1",
                        "not_carried_over other/metadata",
                        "not_carried_over file",
                        "not_carried_over file",
                        "not_carried_over file",
                        "not_carried_over file",
                        "not_carried_over file");
        assertThat(all.problems)
                .extracting(p -> p.message())
                .anyMatch(m -> m.contains("subtasks.parentTaskId") && m.contains("3 times"));
        assertThat(all.tickets.get(2).tasks())
                .extracting(ImportedTask::externalId)
                .containsExactly("master/3.3", "master/3.3#2");
    }

    @ParameterizedTest
    @CsvSource({
        "pending,OPEN,",
        "in-progress,IN_PROGRESS,",
        "done,COMPLETED,",
        "review,REVIEW,",
        "completed,COMPLETED,",
        "deferred,BLOCKED,deferred",
        "cancelled,CLOSED,",
        "blocked,BLOCKED,"
    })
    void aTicketsStatusFollowsTheTable(String theirs, TicketStatus ours, String label) {
        Collected all = task("\"status\":\"" + theirs + "\"");
        assertThat(all.only().status()).isEqualTo(ours);
        assertThat(all.only().content().labels()).isEqualTo(label == null ? List.of("tag:t") : List.of("tag:t", label));
        assertThat(all.problems).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "pending,PENDING,",
        "in-progress,IN_PROGRESS,",
        "done,COMPLETED,",
        "review,IN_PROGRESS,review",
        "deferred,PENDING,deferred",
        "cancelled,CANCELLED,",
        "blocked,PENDING,blocked"
    })
    void aSubtasksStatusFollowsTheTable(String theirs, TaskStatus ours, String label) {
        ImportedTask task = task("\"subtasks\":[{\"id\":1,\"title\":\"s\",\"status\":\"" + theirs + "\"}]")
                .only()
                .tasks()
                .getFirst();
        assertThat(task.status()).isEqualTo(ours);
        assertThat(task.content().labels()).isEqualTo(label == null ? List.of() : List.of(label));
    }

    @ParameterizedTest
    @CsvSource({"critical,URGENT", "high,HIGH", "medium,NORMAL", "low,LOW"})
    void aPriorityFollowsTheTable(String theirs, Priority ours) {
        assertThat(task("\"priority\":\"" + theirs + "\"").only().content().priority())
                .isEqualTo(ours);
    }

    @Test
    void anUnknownValueStaysInTheMetadataAndAnUnknownStatusIsNeverReadyWork() {
        Collected all = task("\"status\":\"dreaming\",\"priority\":\"huge\",\"zest\":1.50");
        assertThat(all.problemsAt()).containsExactly("unknown_value t/tasks/1", "unknown_value t/tasks/1");
        assertThat(all.only().content().metadata().text())
                .isEqualTo("{\"status\":\"dreaming\",\"priority\":\"huge\",\"zest\":1.50}");
        assertThat(all.only().status()).isEqualTo(TicketStatus.BLOCKED);
        assertThat(all.only().content().labels()).containsExactly("tag:t", "status:dreaming");
    }

    @Test
    void dependenciesThatCannotBeAreProblems() {
        Collected all = task("\"dependencies\":[1,\"3.2\",\"9\"],\"subtasks\":[{\"id\":1,\"title\":\"s\","
                + "\"dependencies\":[1,\"1.1\",\"2.1\",7]}]");
        assertThat(all.problemsAt())
                .containsExactly(
                        "cycle t/tasks/1",
                        "cycle t/tasks/1/subtasks/1",
                        "cycle t/tasks/1/subtasks/1",
                        "dangling t/tasks/1/subtasks/1",
                        "dangling t/tasks/1/subtasks/1",
                        "dangling t/tasks/1",
                        "dangling t/tasks/1");
        assertThat(all.only().links()).isEmpty();
    }

    @Test
    void theOlderFormIsTheMasterTag() {
        Collected all = Collected.of(
                FORMAT, "{\"tasks\":[{\"id\":\"1\",\"title\":\"a\"}],\"metadata\":{\"projectName\":\"p\"}}");
        assertThat(all.only().externalId()).isEqualTo("master/1");
        assertThat(all.problemsAt()).containsExactly("not_carried_over metadata");
    }

    @Test
    void aLongTitleIsShortenedAndKeptWhole() {
        String title = "😀".repeat(TicketContent.TITLE_MAX + 1);
        Collected all = Collected.of(FORMAT, "{\"t\":{\"tasks\":[{\"id\":1,\"title\":\"" + title + "\"}]}}");
        assertThat(all.only().content().title()).isEqualTo("😀".repeat(TicketContent.TITLE_MAX - 1) + "…");
        assertThat(all.only().content().metadata().text()).isEqualTo("{\"title\":\"" + title + "\"}");
        assertThat(all.problemsAt()).containsExactly("shortened t/tasks/1");
    }

    @Test
    void aBadEntryCostsOnlyItself() {
        String deep = "[".repeat(70) + "]".repeat(70);
        Collected all = Collected.of(
                FORMAT,
                "{\"t\":{\"tasks\":[{\"id\":1,\"id\":2},7,{\"id\":3,\"x\":" + deep + "},{\"title\":\"no id\"},"
                        + "{\"id\":4,\"title\":\"good\"},{\"id\":4,\"title\":\"again\"}]}}");
        assertThat(all.only().externalId()).isEqualTo("t/4");
        assertThat(all.problemsAt())
                .containsExactly(
                        "malformed t/tasks/1",
                        "malformed t/tasks/[1]",
                        "malformed t/tasks/3",
                        "malformed t/tasks/[3]",
                        "duplicate t/tasks/4");
    }

    @Test
    void charactersThatAreNoTextAreReplacedAndReported() {
        Collected all = task("\"description\":\"a\\u0000b\\ud800c\",\"note\":\"\\\\u0000\"");
        assertThat(all.only().content().overview()).isEqualTo("a\uFFFDb\uFFFDc");
        assertThat(all.only().content().metadata().text()).isEqualTo("{\"note\":\"\\u005cu0000\"}");
        assertThat(all.problemsAt()).containsExactly("malformed t/tasks/1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "7",
                "{}",
                "{\"a\":1}",
                "{\"t\":{\"tasks\":[{\"id\":1}",
                "\u0000\u0001PK",
                "{\"t\":{\"tasks\":[]}}x"
            })
    void anotherFileIsRefused(String file) {
        assertThatThrownBy(() -> Collected.of(FORMAT, file))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("Expected a task-master tasks.json");
    }

    private static Collected task(String fields) {
        return Collected.of(FORMAT, "\uFEFF{\"t\":{\"tasks\":[{\"id\":1,\"title\":\"x\"," + fields + "}]}}");
    }
}
