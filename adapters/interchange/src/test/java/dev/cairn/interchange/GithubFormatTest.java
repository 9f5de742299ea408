package dev.cairn.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.interchange.ImportedTicket;
import dev.cairn.application.interchange.ImportedTicket.ImportedComment;
import dev.cairn.application.interchange.ImportedTicket.ImportedLink;
import dev.cairn.application.interchange.ImportedTicket.ImportedTask;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketType;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GithubFormatTest {
    private static final GithubFormat FORMAT = new GithubFormat();

    @Test
    void anIssueBecomesATicketWithItsNumberCommentsAndMilestone() {
        ImportedTicket keel =
                Collected.resource(FORMAT, "github-issues.json").tickets.getFirst();
        assertThat(keel.externalId()).isEqualTo("#12");
        assertThat(keel.number()).isEqualTo(12);
        assertThat(keel.content().title()).isEqualTo("Lay the keel");
        assertThat(keel.content().type()).isEqualTo(TicketType.BUG);
        assertThat(keel.content().priority()).isEqualTo(Priority.HIGH);
        assertThat(keel.content().labels()).containsExactly("bug", "priority: high", "milestone:Launch");
        assertThat(keel.content().dueAt()).isEqualTo(Instant.parse("2026-09-01T00:00:00Z"));
        assertThat(keel.status()).isEqualTo(TicketStatus.COMPLETED);
        assertThat(keel.createdAt()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(keel.updatedAt()).isEqualTo(Instant.parse("2026-01-05T03:04:05Z"));
        assertThat(keel.completedAt()).isEqualTo(Instant.parse("2026-01-04T03:04:05Z"));
        assertThat(keel.assignee()).isEqualTo("ada");
        assertThat(keel.parent()).isEqualTo("#3");
        assertThat(keel.comments())
                .containsExactly(new ImportedComment(
                        "#12#IC_1", "grace", "Oak is dear", Instant.parse("2026-01-03T00:00:00Z"), null, List.of()));
        assertThat(keel.content().metadata().text())
                .contains(
                        "\"author\":{\"id\":\"U_2\",\"is_bot\":true,\"login\":\"grace\"",
                        "https://github.com/o/r/issues/12")
                .doesNotContain("stateReason");
    }

    @Test
    void aBodyIsCarriedWholeAndSaysWhatTheTasksAreAndWhatTheIssueWaitsFor() {
        ImportedTicket keel =
                Collected.resource(FORMAT, "github-issues.json").tickets.getFirst();
        assertThat(keel.content().overview())
                .startsWith("Blocked by #3, #4 and #5.\n\n- [x] fell the oak")
                .endsWith("Duplicate of #6. Fixes #7, says o/other#8.");
        assertThat(keel.tasks())
                .extracting(task -> task.content().content() + " " + task.status())
                .containsExactly(
                        "fell the oak " + TaskStatus.COMPLETED,
                        "saw it " + TaskStatus.PENDING,
                        "saw it " + TaskStatus.PENDING);
        assertThat(keel.tasks())
                .extracting(ImportedTask::externalId)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.startsWith("#12."));
        assertThat(keel.links())
                .containsExactly(
                        new ImportedLink("#12", LinkKind.BLOCKS, false, "#4"),
                        new ImportedLink("#12", LinkKind.BLOCKS, true, "#9"),
                        new ImportedLink("#12", LinkKind.BLOCKS, false, "#3"),
                        new ImportedLink("#12", LinkKind.BLOCKS, false, "#5"),
                        new ImportedLink("#12", LinkKind.DUPLICATES, true, "#6"),
                        new ImportedLink("#12", LinkKind.RELATES_TO, true, "#7"));
    }

    /** I9: every field that gh knows, in all its parts: each is in what is delivered, or named. */
    @Test
    void nothingIsLostWithoutAWord() throws java.io.IOException {
        for (String[] issue : LossCheck.issues("github-issues.json")) {
            LossCheck.check(issue[0], issue[1], Collected.of(FORMAT, "[" + issue[1] + "]"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OPEN,'',OPEN",
        "OPEN,REOPENED,OPEN",
        "CLOSED,COMPLETED,COMPLETED",
        "CLOSED,'',COMPLETED",
        "CLOSED,NOT_PLANNED,CLOSED",
        "CLOSED,DUPLICATE,CLOSED",
        "LOCKED,'',BLOCKED"
    })
    void aStateFollowsItsReason(String state, String reason, TicketStatus ours) {
        Collected all = issue("\"state\":\"%s\",\"stateReason\":\"%s\"".formatted(state, reason));
        assertThat(all.only().status()).isEqualTo(ours);
    }

    @Test
    void whatNobodyAskedForIsNotThere() {
        Collected all = Collected.of(FORMAT, "[{\"number\":1},{\"number\":2,\"closed\":true}]");
        assertThat(all.tickets)
                .extracting(ImportedTicket::status)
                .containsExactly(TicketStatus.OPEN, TicketStatus.COMPLETED);
        assertThat(all.tickets).extracting(t -> t.content().title()).containsExactly("#1", "#2");
        assertThat(all.problemsAt()).containsExactly("malformed #1", "malformed #2");
    }

    @Test
    void whatStandsInCodeIsNoTaskAndNoLink() {
        ImportedTicket only = issue(
                        "\"body\":\"```\\n- [ ] no\\nblocked by #2\\n```\\n`blocked by #3`\\n* [X] yes\\n- [] no\"")
                .only();
        assertThat(only.tasks()).hasSize(1);
        assertThat(only.links()).isEmpty();
    }

    /** The examples of fenced code of CommonMark 0.31, and some of code within a line: what is seen of an item and words behind each. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            quoteCharacter = '"',
            value = {
                "```\\n<\\n >\\n```|true",
                "~~~\\n<\\n >\\n~~~|true",
                "``\\nfoo\\n``|true",
                "```\\naaa\\n~~~|false",
                "~~~\\naaa\\n```|false",
                "~~~\\naaa\\n```\\n~~~|true",
                "````\\naaa\\n```|false",
                "````\\naaa\\n```\\n``````|true",
                "~~~~\\naaa\\n~~~\\n~~~~|true",
                "```|false",
                "`````\\n\\n```\\naaa|false",
                "```\\n\\n  \\n```|true",
                "```\\n```|true",
                " ```\\n aaa\\naaa\\n```|true",
                "   ```\\n   aaa\\n    aaa\\n  aaa\\n   ```|true",
                "    ```\\n    aaa\\n    ```|true",
                "```\\naaa\\n  ```|true",
                "   ```\\naaa\\n  ```|true",
                "```\\naaa\\n    ```|false",
                "``` ```\\naaa|true",
                "~~~~~~\\naaa\\n~~~ ~~|false",
                "foo\\n```\\nbar\\n```\\nbaz|true",
                "foo\\n---\\n~~~\\nbar\\n~~~\\n# baz|true",
                "```ruby\\ndef foo(x)\\nend\\n```|true",
                "~~~~    ruby startline=3 $%@#$\\ndef foo(x)\\nend\\n~~~~~~~|true",
                "````;\\n````|true",
                "``` aa ```\\nfoo|true",
                "~~~ aa ``` ~~~\\nfoo\\n~~~|true",
                "```\\n``` aaa\\n```|true",
                "```inline code```|true",
                "````\\n```\\n- [ ] sample, blocked by #9\\n```\\n````|true",
                "``- [ ] ` blocked by #9`` ``` ` blocked by #9`|true",
            })
    void codeEndsWhereCommonMarkSays(String code, boolean seen) {
        ImportedTicket only = issue("\"body\":\"Words\\n\\n" + code + "\\n\\n- [ ] x\\nBlocked by #2\"")
                .only();
        assertThat(only.tasks())
                .extracting(task -> task.content().content())
                .isEqualTo(seen ? List.of("x") : List.of());
        assertThat(only.links()).extracting(ImportedLink::other).isEqualTo(seen ? List.of("#2") : List.of());
    }

    /** Whoever writes one more item above the others makes one more task. */
    @Test
    void aTaskIsKnownAgainByItsText() {
        List<ImportedTask> before =
                issue("\"body\":\"- [ ] a\\n- [ ] b\"").only().tasks();
        List<ImportedTask> after =
                issue("\"body\":\"- [ ] new\\n- [ ] a\\n- [x] b\"").only().tasks();
        assertThat(after)
                .extracting(ImportedTask::externalId)
                .containsAll(before.stream().map(ImportedTask::externalId).toList());
    }

    @Test
    void aBadEntryCostsOnlyItself() {
        Collected all = Collected.of(
                FORMAT,
                "[7,{\"title\":\"x\"},{\"number\":\"3\"},{\"number\":4,\"labels\":[7,\"plain\"],\"comments\":[{},3],"
                        + "\"blockedBy\":[{\"number\":4},{\"number\":1,\"url\":\"https://github.com/o/b/issues/1\"}],"
                        + "\"url\":\"https://github.com/o/a/issues/4\",\"title\":\"good\"},{\"number\":4}]");
        assertThat(all.only().content().labels()).containsExactly("plain");
        assertThat(all.problemsAt())
                .containsExactly(
                        "malformed [0]",
                        "malformed [1]",
                        "malformed [2]",
                        "malformed #4",
                        "malformed #4",
                        "cycle #4",
                        "not_carried_over #4",
                        "duplicate #4");
        assertThat(all.only().content().metadata().text()).contains("o/b/issues/1", "\"comments\":[{},3]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "7",
                "[{\"id\":\"bd-1\",\"title\":\"x\"}]",
                "[{\"number\":1}",
                "[{\"number\":1}]x"
            })
    void anotherFileIsRefused(String file) {
        assertThatThrownBy(() -> Collected.of(FORMAT, file))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("Expected the array of gh issue list");
    }

    private static Collected issue(String fields) {
        return Collected.of(FORMAT, "[{\"number\":1,\"title\":\"x\"," + fields + "}]");
    }
}
