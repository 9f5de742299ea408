package dev.cairn.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.interchange.ImportedTicket;
import dev.cairn.application.interchange.ImportedTicket.ImportedComment;
import dev.cairn.application.interchange.ImportedTicket.ImportedLink;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.ticket.Comment;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BeadsFormatTest {
    private static final BeadsFormat FORMAT = Samples.BEADS;

    @Test
    void everyFieldFindsItsPlace() {
        Collected all = Collected.resource(FORMAT, "issues.jsonl");
        ImportedTicket plank = all.tickets.get(1);
        assertThat(all.tickets.getFirst().createdAt()).isEqualTo(Instant.parse("2025-11-03T05:58:07.295Z"));
        assertThat(plank.parent()).isEqualTo("bd-1");
        assertThat(plank.links()).containsExactly(new ImportedLink("line 2", LinkKind.BLOCKS, false, "bd-3"));
        assertThat(plank.completedAt()).isEqualTo(Instant.parse("2025-11-03T00:00:00.123Z"));
        assertThat(plank.content().metadata().text())
                .contains("\"close_reason\":\"Done\"", "\"replies-to\"")
                .doesNotContain("parent-child");
        ImportedTicket gate = all.tickets.get(2);
        assertThat(gate.content().acceptanceCriteria()).containsExactly("holds water");
        assertThat(gate.content().metadata().text())
                .contains(
                        "\"type\":\"gate\"",
                        "\"notes\":\"n\"",
                        "\"design\":\"d\"",
                        "\"ephemeral\":true",
                        "\"timeout\":1800000000000");
        assertThat(gate.comments())
                .containsExactly(new ImportedComment(
                        "bd-3#1", "bob", "Hm", Instant.parse("2025-12-26T23:20:20Z"), null, List.of()));
    }

    @Test
    void aTombstoneIsSkippedAndWhatIsLostIsTold() {
        Collected all = Collected.resource(FORMAT, "issues.jsonl");
        assertThat(all.skipped).containsExactly("bd-4");
        assertThat(all.problemsAt())
                .containsExactly(
                        "second_parent line 2",
                        "not_carried_over line 2",
                        "not_carried_over file",
                        "not_carried_over file");
    }

    @ParameterizedTest
    @CsvSource({
        "open,OPEN,",
        "in_progress,IN_PROGRESS,",
        "blocked,BLOCKED,",
        "hooked,IN_PROGRESS,hooked",
        "deferred,BLOCKED,deferred",
        "pinned,BLOCKED,pinned",
        "closed,COMPLETED,"
    })
    void aStatusFollowsTheTable(String theirs, TicketStatus ours, String label) {
        ImportedTicket ticket = issue("\"status\":\"" + theirs + "\"").only();
        assertThat(ticket.status()).isEqualTo(ours);
        assertThat(ticket.content().labels()).isEqualTo(label == null ? List.of() : List.of(label));
    }

    @ParameterizedTest
    @CsvSource({"0,URGENT", "1,HIGH", "2,NORMAL", "3,LOW", "4,LOW"})
    void aPriorityFollowsTheTable(int theirs, Priority ours) {
        assertThat(issue("\"priority\":" + theirs).only().content().priority()).isEqualTo(ours);
    }

    @ParameterizedTest
    @CsvSource({
        "task,TASK,{}",
        "bug,BUG,{}",
        "feature,FEATURE,{}",
        "epic,EPIC,{}",
        "chore,IMPROVEMENT,{}",
        "molecule,TASK,'{\"type\":\"molecule\"}'"
    })
    void aTypeFollowsTheTable(String theirs, TicketType ours, String metadata) {
        ImportedTicket ticket = issue("\"issue_type\":\"" + theirs + "\"").only();
        assertThat(ticket.content().type()).isEqualTo(ours);
        assertThat(ticket.content().metadata().text()).isEqualTo(metadata);
    }

    @ParameterizedTest
    @CsvSource({
        "blocks,BLOCKS,false", "discovered-from,DISCOVERED_FROM,true", "related,RELATES_TO,true",
        "relates-to,RELATES_TO,true", "duplicates,DUPLICATES,true", "supersedes,SUPERSEDES,true"
    })
    void aDependencyFollowsTheTable(String theirs, LinkKind ours, boolean outgoing) {
        Collected all =
                issue("\"dependencies\":[{\"issue_id\":\"a\",\"depends_on_id\":\"b\",\"type\":\"" + theirs + "\"}]");
        assertThat(all.only().links()).containsExactly(new ImportedLink("line 1", ours, outgoing, "b"));
    }

    @Test
    void unknownValuesAndImpossibleDependenciesAreProblems() {
        Collected all =
                issue("\"status\":\"x\",\"priority\":9,\"created_at\":\"0001-01-02T00:00:00Z\",\"dependencies\":["
                        + "{\"depends_on_id\":\"a\",\"type\":\"blocks\"},{\"type\":\"blocks\"},"
                        + "{\"issue_id\":\"z\",\"depends_on_id\":\"b\",\"type\":\"blocks\"}]");
        assertThat(all.problemsAt())
                .containsExactly(
                        "unknown_value line 1",
                        "unknown_value line 1",
                        "unknown_value line 1",
                        "cycle line 1",
                        "malformed line 1",
                        "malformed line 1");
        assertThat(all.only().content().metadata().text()).contains("\"status\":\"x\"", "\"priority\":9", "0001-01-02");
    }

    @Test
    void aBadLineCostsOnlyItself() {
        String file =
                "\uFEFF{\"id\":\"a\",\"title\":\"A\"}\r\n\r\n{oops\n[1]\n{\"id\":\"b\",\"id\":\"c\"}\n{\"title\":\"none\"}\n"
                        + "{\"id\":\"a\",\"title\":\"again\"}\n{\"id\":\"d\",\"title\":\"D\"} {}\n" + "[".repeat(2000)
                        + "\n{\"id\":\"e\",\"title\":\"E\"}";
        Collected all = Collected.of(FORMAT, file);
        assertThat(all.tickets).extracting(ticket -> ticket.content().title()).containsExactly("A", "E");
        assertThat(all.problemsAt())
                .containsExactly(
                        "malformed line 3",
                        "malformed line 4",
                        "malformed line 5",
                        "malformed line 6",
                        "duplicate line 7",
                        "malformed line 8",
                        "malformed line 9");
    }

    @Test
    void aLineThatIsTooLongIsLeftOut() {
        byte[] file = ("{\"id\":\"a\",\"title\":\"A\"}\n" + "x".repeat(Lines.LENGTH_MAX_BYTES + 1)
                        + "\n{\"id\":\"b\",\"title\":\"B\"}\n")
                .getBytes(StandardCharsets.UTF_8);
        Collected all = Collected.of(FORMAT, file);
        assertThat(all.tickets).extracting(ImportedTicket::externalId).containsExactly("a", "b");
        assertThat(all.problemsAt()).containsExactly("malformed line 2");
    }

    @Test
    void whatIsTooLongIsShortenedAndKeptWhole() {
        String comment = "c".repeat(Comment.CONTENT_MAX + 1);
        Collected all = issue("\"description\":\"" + "d".repeat(TicketContent.OVERVIEW_MAX + 1) + "\",\"labels\":[\""
                + "l".repeat(TicketContent.LABEL_MAX + 1) + "\"],\"comments\":[{\"id\":1,\"author\":\"z\",\"text\":\""
                + comment + "\"}]");
        assertThat(all.problemsAt()).containsExactly("shortened line 1", "shortened line 1", "shortened line 1");
        assertThat(all.only().content().overview())
                .hasSize(TicketContent.OVERVIEW_MAX)
                .endsWith("…");
        assertThat(all.only().content().labels().getFirst()).hasSize(TicketContent.LABEL_MAX);
        assertThat(all.only().content().metadata().text())
                .contains("\"comments/1/text\":\"" + comment, "\"labels\":[", "\"overview\":\"d");
    }

    @Test
    void metadataThatIsTooLargeLosesItsLargestFields() {
        Collected all = issue("\"small\":1,\"large\":\"" + "x".repeat(Json.LENGTH_MAX) + "\"");
        assertThat(all.only().content().metadata().text()).isEqualTo("{\"small\":1}");
        assertThat(all.problemsAt()).containsExactly("not_carried_over line 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "[1,2]", "{\"tasks\":[]}", "\u0000\u0001PK", "plain text"})
    void anotherFileIsRefused(String file) {
        assertThatThrownBy(() -> Collected.of(FORMAT, file))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("Expected beads' issues.jsonl");
    }

    private static Collected issue(String fields) {
        return Collected.of(FORMAT, "{\"id\":\"a\",\"title\":\"x\"," + fields + "}");
    }
}
