package dev.cairn.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.interchange.ForeignSystem;
import dev.cairn.application.interchange.ImportedTicket;
import dev.cairn.application.interchange.ImportedTicket.ImportedComment;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** I6: a time that says nothing, or the zero of a language, is as good as none. {@link PromptlianoFormatTest} counts copies. */
@Isolated
class AbsentTimesTest {
    private static final List<String> NOTHING = List.of(
            "null",
            "\"\"",
            "\"  \"",
            "[]",
            "{}",
            "false",
            "0",
            "\"0001-01-01T00:00:00Z\"",
            "\"0001-01-01 00:00:00\"",
            "\"0000-00-00 00:00:00\"");

    @TempDir
    Path folder;

    static Stream<Arguments> fields() {
        return Stream.of(
                        of("beads", "\"title\":\"x\"", "created_at", "updated_at", "closed_at", "defer_until"),
                        of("beads", "\"title\":\"x\",\"status\":\"\"", "closed_at", "defer_until"),
                        of("beads", "\"title\":\"x\",\"status\":\"closed\"", "closed_at"),
                        of("task-master", "\"title\":\"x\"", "createdAt", "updatedAt"),
                        of("github", "\"title\":\"x\",\"state\":\"OPEN\"", "createdAt", "updatedAt", "closedAt"),
                        of("github", "\"title\":\"x\",\"state\":\"CLOSED\"", "closedAt"))
                .flatMap(each -> each);
    }

    private static Stream<Arguments> of(String format, String entry, String... fields) {
        return Stream.of(fields).map(field -> Arguments.of(format, entry, field));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void aTimeThatSaysNothingIsAbsent(String format, String entry, String field) {
        String absent = said(read(format, entry));
        for (String nothing : NOTHING) {
            assertThat(said(read(format, entry + ",\"" + field + "\":" + nothing)))
                    .as(nothing)
                    .isEqualTo(absent);
        }
    }

    @Test
    void aTimeOfACommentOrAMilestoneThatSaysNothingIsAbsent() {
        for (String nothing : NOTHING) {
            Collected beads = read(
                    "beads",
                    "\"title\":\"x\",\"comments\":[{\"id\":1,\"author\":\"a\",\"text\":\"t\",\"created_at\":%s}]"
                            .formatted(nothing));
            Collected github = read(
                    "github",
                    "\"title\":\"x\",\"milestone\":{\"title\":\"m\",\"dueOn\":%s},\"comments\":[{\"id\":\"c\",\"body\":\"t\",\"createdAt\":%s}]"
                            .formatted(nothing, nothing));
            assertThat(github.only().content().dueAt()).as(nothing).isNull();
            for (Collected all : List.of(beads, github)) {
                assertThat(all.problems).as(nothing).isEmpty();
                assertThat(all.only().comments())
                        .as(nothing)
                        .extracting(ImportedComment::createdAt)
                        .containsOnlyNulls();
            }
        }
    }

    /** A column of another system has texts and numbers only. */
    @Test
    void whatOtherSystemsDeletedAtNoTimeIsNotDeleted() {
        String whole = projectWiz("NULL");
        for (String nothing : List.of("''", "0", "'0001-01-01T00:00:00Z'", "'0000-00-00 00:00:00'")) {
            assertThat(projectWiz(nothing)).as(nothing).isEqualTo(whole);
        }
    }

    private String projectWiz(String time) {
        Path file = SystemSample.file(
                folder,
                "projectwiz.sql",
                "UPDATE projects SET deactivated_at = " + time + " WHERE id = 'p1'",
                "UPDATE project_channels SET archived_at = " + time + ", deactivated_at = " + time,
                "UPDATE messages SET deactivated_at = " + time,
                "UPDATE issues SET due_date = " + time + ", started_at = " + time + ", completed_at = " + time);
        try (ForeignSystem system = SystemSample.open(SystemSample.projectWiz(), file)) {
            Collected all = SystemSample.read(system, system.projects().getFirst());
            return all.others + said(all) + system.problems();
        }
    }

    private static Collected read(String format, String entry) {
        return switch (format) {
            case "beads" -> Collected.of(Samples.BEADS, "{\"id\":\"a\"," + entry + "}");
            case "task-master" -> Collected.of(Samples.TASK_MASTER, "{\"t\":{\"tasks\":[{\"id\":1," + entry + "}]}}");
            default -> Collected.of(new GithubFormat(), "[{\"number\":1," + entry + "}]");
        };
    }

    /** What decides how the work stands, and what is told about it. */
    private static String said(Collected all) {
        ImportedTicket only = all.only();
        return String.join(
                " ",
                only.status().name(),
                only.content().labels().toString(),
                "" + only.content().dueAt(),
                "" + only.createdAt(),
                "" + only.updatedAt(),
                "" + only.completedAt(),
                "" + only.archivedAt(),
                all.problems.toString());
    }
}
