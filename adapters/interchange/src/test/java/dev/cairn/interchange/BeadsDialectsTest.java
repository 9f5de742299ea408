package dev.cairn.interchange;

import static dev.cairn.interchange.Samples.issue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.interchange.ImportedTicket;
import dev.cairn.application.interchange.ImportedTicket.ImportedComment;
import dev.cairn.application.interchange.ImportedTicket.ImportedLink;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketType;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** I6, I7: what newer beads, tools beside it and people write. */
class BeadsDialectsTest {

    @Test
    void onlyRecordsOfTheKindIssueAreIssuesAndTheOthersAreCounted() {
        Collected all = Collected.of(Samples.BEADS, """
                {"_schema":"beads-jsonl/1","_sort":"stable-v1"}
                {"_type":"issue","id":"a","title":"A"}
                {"_type":"memory","key":"k","value":"v"}
                {"_type":"memory","key":"l","value":"w"}
                {"_type":"sprint","id":"SP-1","title":"Sprint"}
                {"_type":7,"id":"b","title":"B"}
                {"id":"SP-2","name":"no issue"}
                """);
        assertThat(all.only().content().title()).isEqualTo("A");
        assertThat(all.only().content().metadata().text()).isEqualTo("{}");
        assertThat(all.skipped)
                .containsExactly("line 3, no issue", "line 4, no issue", "line 5, no issue", "line 6, no issue");
        assertThat(all.problems.stream().map(p -> p.message()))
                .hasSize(4)
                .anyMatch(message -> message.contains("SP-2 is no issue"))
                .anyMatch(message -> message.startsWith("2 records of the kind 'memory'"))
                .anyMatch(message -> message.startsWith("1 records of the kind 'sprint'"));
    }

    @Test
    void aFileOfMemoriesAloneIsKnown() {
        assertThat(Collected.of(Samples.BEADS, "{\"_type\":\"memory\",\"key\":\"k\"}\n".repeat(150)).tickets)
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "completed,COMPLETED", "done,COMPLETED", "Closed,COMPLETED", "RESOLVED,COMPLETED", "cancelled,CLOSED",
        "won't fix,CLOSED", "wontfix,CLOSED", "todo,OPEN", "In Progress,IN_PROGRESS", "in-progress,IN_PROGRESS",
        "in_review,REVIEW"
    })
    void aStatusWrittenByHandIsUnderstoodAndKept(String theirs, TicketStatus ours) {
        Collected all = issue("\"status\":\"" + theirs + "\"");
        assertThat(all.only().status()).isEqualTo(ours);
        assertThat(all.only().content().metadata().text()).isEqualTo("{\"status\":\"" + theirs + "\"}");
        assertThat(all.problems).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'\"triage\"',status:triage",
        "7,status:7",
        "true,status:true",
        "'{\"a\":1}',status:unknown",
        "'\"ready\"',status:ready"
    })
    void anUnknownStatusNeverBecomesReadyWork(String theirs, String label) {
        Collected all = issue("\"status\":" + theirs);
        assertThat(all.only().status()).isEqualTo(TicketStatus.BLOCKED);
        assertThat(all.only().content().labels()).containsExactly(label);
        assertThat(all.only().content().metadata().text()).isEqualTo("{\"status\":" + theirs + "}");
        assertThat(all.problemsAt()).containsExactly("unknown_value line 1");
    }

    @Test
    void anIssueThatWasClosedAndHasNoStatusIsFinished() {
        assertThat(issue("\"closed_at\":\"2026-01-01T00:00:00Z\"").only().status())
                .isEqualTo(TicketStatus.COMPLETED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agent",
                "convoy",
                "event",
                "gate",
                "merge-request",
                "message",
                "mol",
                "molecule",
                "queue",
                "rig",
                "role",
                "slot",
                "wisp",
                "Merge_Request"
            })
    void beadsOwnMachineryIsArchived(String type) {
        Collected all = issue("\"issue_type\":\"" + type + "\",\"updated_at\":\"2026-01-02T00:00:00Z\"");
        assertThat(all.only().archivedAt()).isEqualTo(Instant.parse("2026-01-02T00:00:00Z"));
        assertThat(all.only().content().metadata().text()).isEqualTo("{\"type\":\"" + type + "\"}");
        assertThat(all.problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"ephemeral\":true", "\"wisp\":true", "\"is_template\":true"})
    void whatBeadsThrowsAwayOrOnlyCopiesIsArchived(String field) {
        assertThat(issue(field).only().archivedAt()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"issue_type\":\"decision\"", "\"issue_type\":\"spike\"", "\"ephemeral\":false"})
    void whatIsWorkIsNot(String field) {
        assertThat(issue(field).only().archivedAt()).isNull();
        assertThat(issue(field).only().status()).isEqualTo(TicketStatus.OPEN);
    }

    @Test
    void aGateThatAPersonOpensIsSeenAndNotReady() {
        ImportedTicket gate =
                issue("\"issue_type\":\"gate\",\"await_type\":\"human\"").only();
        assertThat(gate.archivedAt()).isNull();
        assertThat(gate.status()).isEqualTo(TicketStatus.BLOCKED);
        assertThat(gate.content().labels()).containsExactly("gate");
    }

    /** I4: the gate is archived, and whoever waits for it waits on. */
    @ParameterizedTest
    @CsvSource({"open,BLOCKED", "hooked,BLOCKED", "closed,OPEN"})
    void anIssueThatWaitsForAnOpenGateIsNotReadyWhereverTheGateStands(String gate, TicketStatus ours) {
        String waiting = "{\"id\":\"%s\",\"title\":\"w\",\"deps\":[\"x\",\"g\"]}\n";
        Collected all = Collected.of(
                Samples.BEADS,
                waiting.formatted("a") + "{\"id\":\"x\",\"title\":\"x\"}\n"
                        + "{\"id\":\"g\",\"title\":\"g\",\"issue_type\":\"gate\",\"status\":\"" + gate + "\"}\n"
                        + waiting.formatted("b"));
        assertThat(all.tickets).extracting(ImportedTicket::externalId).containsExactly("a", "x", "g", "b");
        assertThat(List.of(all.tickets.getFirst(), all.tickets.getLast())).allSatisfy(ticket -> {
            assertThat(ticket.status()).isEqualTo(ours);
            assertThat(ticket.content().labels()).isEqualTo(ours == TicketStatus.OPEN ? List.of() : List.of("gated"));
        });
        assertThat(all.problems).hasSize(ours == TicketStatus.OPEN ? 0 : 2);
    }

    @Test
    void anIssueIsNotHeldForEver() {
        StringBuilder file = new StringBuilder("{\"id\":\"a\",\"title\":\"A\",\"deps\":[\"nowhere\"]}\n");
        for (int i = 0; i < 2 * HeldIssues.HELD_MAX; i++) {
            file.append("{\"id\":\"b%d\",\"title\":\"B\"}%n".formatted(i));
        }
        Collected all = Collected.of(Samples.BEADS, file.toString());
        assertThat(all.tickets).hasSize(2 * HeldIssues.HELD_MAX + 1);
        assertThat(all.tickets.getFirst().externalId()).isEqualTo("a");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-02T00:00:00Z,BLOCKED,deferred",
        "9999-12-30,BLOCKED,deferred",
        "someday,BLOCKED,deferred",
        "2026-05-01T00:00:00Z,OPEN,"
    })
    void anIssueThatIsPutOffIsNotReadyBeforeItsDay(String until, TicketStatus ours, String label) {
        ImportedTicket ticket =
                issue("\"status\":\"open\",\"defer_until\":\"" + until + "\"").only();
        assertThat(ticket.status()).isEqualTo(ours);
        assertThat(ticket.content().labels()).isEqualTo(label == null ? List.of() : List.of(label));
        assertThat(ticket.content().metadata().text()).isEqualTo("{\"defer_until\":\"" + until + "\"}");
    }

    @Test
    void aPinnedIssueIsNotReady() {
        assertThat(issue("\"pinned\":true").only().status()).isEqualTo(TicketStatus.BLOCKED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"deps\":[\"b\"]",
                "\"depends_on\":[\"b\"]",
                "\"depends_on\":\"b\"",
                "\"blocked_by\":[\"b\"]",
                "\"dependencies\":[\"b\"]",
                "\"dependencies\":[\"blocks:b\"]",
                "\"dependencies\":[{\"id\":\"b\",\"type\":\"blocks\"}]",
                "\"dependencies\":[{\"id\":\"b\",\"title\":\"B\",\"dependency_type\":\"blocks\"}]",
                "\"dependencies\":[{\"depends_on_id\":\"b\"}]",
                "\"depends_on\":[{\"depends_on_id\":\"b\",\"type\":\"Blocks\"}]",
                "\"deps\":[\"b\",\"b\"],\"dependencies\":[{\"depends_on_id\":\"b\",\"type\":\"blocks\"}]"
            })
    void aDependencyIsUnderstoodHoweverItIsWritten(String fields) {
        assertThat(issue(fields).only().links())
                .containsExactly(new ImportedLink("line 1", LinkKind.BLOCKS, false, "b"));
    }

    @Test
    void aKindBeforeAColonIsTheKindAndAnIdMayHaveColons() {
        ImportedTicket ticket = issue("\"deps\":[\"discovered-from:b\",\"parent-child:c\",\"external:d:e\",4]")
                .only();
        assertThat(ticket.parent()).isEqualTo("c");
        assertThat(ticket.links())
                .containsExactly(
                        new ImportedLink("line 1", LinkKind.DISCOVERED_FROM, true, "b"),
                        new ImportedLink("line 1", LinkKind.BLOCKS, false, "external:d:e"),
                        new ImportedLink("line 1", LinkKind.BLOCKS, false, "4"));
    }

    @Test
    void whatHasNoPlaceAmongTheDependenciesIsKeptAsItWas() {
        Collected all =
                issue("\"dependencies\":[{\"issue_id\":\"a\",\"depends_on_id\":\"b\",\"type\":\"waits-for\",\"n\":1},"
                        + "[],null,{\"type\":\"blocks\"}]");
        assertThat(all.only().content().metadata().text())
                .isEqualTo(
                        "{\"dependencies\":[{\"issue_id\":\"a\",\"depends_on_id\":\"b\",\"type\":\"waits-for\",\"n\":1},"
                                + "[],null,{\"type\":\"blocks\"}]}");
        assertThat(all.problems).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({"type,bug,BUG", "type,Feature,FEATURE", "issue_type,EPIC,EPIC"})
    void aTypeIsUnderstoodUnderBothNames(String field, String theirs, TicketType ours) {
        assertThat(issue("\"" + field + "\":\"" + theirs + "\"")
                        .only()
                        .content()
                        .type())
                .isEqualTo(ours);
    }

    @Test
    void aFieldOfTheFileIsNeverOverwrittenByOneOfOurs() {
        Collected all = issue("\"issue_type\":\"spike\",\"type\":\"mine\",\"overview\":7,\"description\":\""
                + "d".repeat(50_001) + "\"");
        assertThat(all.only().content().metadata().text())
                .startsWith("{\"type\":\"mine\",\"overview\":7,\"type#2\":\"spike\",\"overview#2\":\"ddd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "50",
                "-1",
                "2.5",
                "12345678901234567890.123456789",
                "true",
                "[1]",
                "{\"a\":null}",
                "\"50\"",
                "1E+30"
            })
    void aPriorityThatIsNoneIsKeptWithItsType(String theirs) {
        Collected all = issue("\"priority\":" + theirs);
        assertThat(all.only().content().priority()).isEqualTo(Priority.NORMAL);
        assertThat(all.only().content().metadata().text()).isEqualTo("{\"priority\":" + theirs + "}");
        assertThat(all.problemsAt()).containsExactly("unknown_value line 1");
    }

    @ParameterizedTest
    @CsvSource({"0,URGENT", "3.0,LOW", "'\"P1\"',HIGH", "'\"2\"',NORMAL", "'\"critical\"',URGENT", "null,NORMAL"})
    void aPriorityIsUnderstoodHoweverItIsWritten(String theirs, Priority ours) {
        Collected all = issue("\"priority\":" + theirs);
        assertThat(all.only().content().priority()).isEqualTo(ours);
        assertThat(all.problems).isEmpty();
    }

    @Test
    void valuesKeepTheirTypeInTheMetadata() {
        String fields = "\"n\":50,\"d\":2.50,\"b\":true,\"z\":null,\"o\":{\"a\":[1,{\"b\":0.1}]},"
                + "\"big\":123456789012345678901234567890,\"metadata\":[1]";
        assertThat(issue(fields).only().content().metadata().text()).isEqualTo("{" + fields + "}");
    }

    @Test
    void aCommentWithoutAnIdKeepsItsWordsAndIsTheSameAgain() {
        String file = "\"comments\":[{\"author\":\"ann\",\"text\":\"one\",\"created_at\":\"2026-01-03T00:00:00Z\"},"
                + "{\"author\":\"ann\",\"body\":\"two\"},\"three\",{\"id\":\"u-1\",\"author\":\"bob\",\"text\":\"four\"}]";
        List<ImportedComment> comments = issue(file).only().comments();
        assertThat(comments).extracting(ImportedComment::content).containsExactly("one", "two", "three", "four");
        assertThat(comments).extracting(ImportedComment::externalId).doesNotHaveDuplicates();
        assertThat(issue(file).only().comments()).isEqualTo(comments);
    }

    @Test
    void wordsThatAreNoCommentStayInTheMetadata() {
        String left = "{\"id\":1,\"text\":{\"rich\":\"words\"},\"author\":\"z\"}";
        Collected all = issue("\"comments\":[" + left + ",{\"id\":2,\"text\":\"x\",\"author\":\"z\"},"
                + "{\"id\":2,\"text\":\"y\",\"author\":\"z\"}],\"labels\":[\"l\",{\"m\":1},5]");
        assertThat(all.only().content().metadata().text())
                .isEqualTo("{\"labels\":[{\"m\":1}],\"comments\":[" + left
                        + ",{\"id\":2,\"text\":\"y\",\"author\":\"z\"}]}");
        assertThat(all.only().content().labels()).containsExactly("l", "5");
        assertThat(issue("\"comments\":\"just words\"")
                        .only()
                        .content()
                        .metadata()
                        .text())
                .contains("just words");
    }

    /** I3 */
    @Test
    void longIdsWithTheSameBeginningStayApart() {
        String one = "x".repeat(400) + "1";
        String two = "x".repeat(400) + "2";
        Collected all = Collected.of(
                Samples.BEADS,
                "{\"id\":\"" + one + "\",\"title\":\"A\",\"deps\":[\"" + two + "\"],\"comments\":[{\"id\":\"" + one
                        + "\",\"text\":\"c\",\"author\":\"d\"},{\"id\":\"" + two
                        + "\",\"text\":\"e\",\"author\":\"d\"}]}\n"
                        + "{\"id\":\"" + two + "\",\"title\":\"B\"}\n");
        assertThat(all.problems).isEmpty();
        assertThat(all.tickets).extracting(ImportedTicket::externalId).doesNotHaveDuplicates();
        assertThat(all.tickets.getFirst().links().getFirst().other())
                .isEqualTo(all.tickets.getLast().externalId())
                .hasSize(300);
        assertThat(all.tickets.getFirst().comments())
                .extracting(ImportedComment::externalId)
                .doesNotHaveDuplicates();
    }

    /** I3 */
    @Test
    void labelsThatDifferAfterTheCutStayTwo() {
        String label = "l".repeat(150);
        Collected all = issue("\"labels\":[\"" + label + "1\",\"" + label + "2\"]");
        assertThat(all.only().content().labels()).hasSize(2).allMatch(l -> l.length() == 100);
        assertThat(all.problemsAt()).containsExactly("shortened line 1");
    }

    @Test
    void anEmojiOfSeveralCharactersIsNotCut() {
        String family = "👨‍👩‍👧‍👦";
        String title = "t".repeat(197) + family + "tail";
        assertThat(issue("\"x\":1").only().content().title()).isEqualTo("x");
        Collected all = Collected.of(Samples.BEADS, "{\"id\":\"a\",\"title\":\"" + title + "\"}");
        assertThat(all.only().content().title()).isEqualTo("t".repeat(197) + "…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200b", "\u00a0", "\u2028 ", ""})
    void aTitleInWhichNothingCanBeSeenIsNone(String title) {
        Collected all = Collected.of(
                Samples.BEADS, "{\"id\":\"a\",\"title\":\"" + title + "\",\"labels\":[\"" + title + "\"]}");
        assertThat(all.only().content().title()).isEqualTo("a");
        assertThat(all.only().content().labels()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"id\":\"a\",\"title\":\"A\"}]|array",
                "[~{\"id\":\"a\",\"title\":\"A\"}~]|array",
                "{~\"issues\":[~{\"id\":\"a\",\"title\":\"A\"}~]}|several lines",
                "{\"issues\":[~{\"id\":\"a\",\"title\":\"A\"}~]}|several lines"
            })
    void aDocumentInsteadOfLinesIsRefusedAsAWhole(String file, String found) {
        assertThatThrownBy(() -> Collected.of(Samples.BEADS, file.replace('~', '\n')))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("Expected beads' issues.jsonl")
                .hasMessageContaining(found);
    }
}
