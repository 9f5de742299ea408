package dev.cairn.domain.ticket;

import static dev.cairn.domain.ticket.TicketStatus.BLOCKED;
import static dev.cairn.domain.ticket.TicketStatus.CLOSED;
import static dev.cairn.domain.ticket.TicketStatus.COMPLETED;
import static dev.cairn.domain.ticket.TicketStatus.IN_PROGRESS;
import static dev.cairn.domain.ticket.TicketStatus.OPEN;
import static dev.cairn.domain.ticket.TicketStatus.REVIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.ProjectKey;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Ticket TICKET = Ticket.create(
            new Id<>(1), new Id<>(2), new TicketKey(new ProjectKey("CRN"), 12), TicketContent.titled("Build it"), NOW);
    /** R27, written down once more, independent of the code. */
    private static final Map<TicketStatus, Set<TicketStatus>> ALLOWED = Map.of(
            OPEN, Set.of(IN_PROGRESS, BLOCKED, CLOSED),
            IN_PROGRESS, Set.of(REVIEW, BLOCKED, COMPLETED, OPEN, CLOSED),
            REVIEW, Set.of(IN_PROGRESS, COMPLETED, CLOSED),
            BLOCKED, Set.of(OPEN, IN_PROGRESS, CLOSED),
            COMPLETED, Set.of(OPEN, CLOSED),
            CLOSED, Set.of(OPEN));

    /** R27 */
    @Test
    void exactlyTheTransitionsOfTheRuleAreAllowed() {
        for (TicketStatus from : TicketStatus.values()) {
            for (TicketStatus to : TicketStatus.values()) {
                Ticket ticket = TICKET.enter(from, NOW);
                if (ALLOWED.getOrDefault(from, Set.of()).contains(to)) {
                    assertThat(ticket.moveTo(to, NOW).status()).isEqualTo(to);
                } else {
                    assertThatThrownBy(() -> ticket.moveTo(to, NOW)).isInstanceOfSatisfying(Conflict.class, e -> {
                        assertThat(e.code()).isEqualTo(ErrorCode.TRANSITION_REFUSED);
                        assertThat(e.details()).containsKey("allowed");
                    });
                }
            }
        }
    }

    /** R28 */
    @Test
    void startedAtIsSetAtTheFirstStartOnly() {
        Ticket started = TICKET.moveTo(IN_PROGRESS, NOW.plusSeconds(1));
        Ticket again = started.moveTo(OPEN, NOW.plusSeconds(2)).moveTo(IN_PROGRESS, NOW.plusSeconds(3));
        assertThat(again.startedAt()).isEqualTo(NOW.plusSeconds(1));
    }

    /** R28 */
    @Test
    void completedAtIsSetAtCompletionAndClearedOnReopening() {
        Ticket completed = TICKET.moveTo(IN_PROGRESS, NOW).moveTo(COMPLETED, NOW.plusSeconds(5));
        assertThat(completed.completedAt()).isEqualTo(NOW.plusSeconds(5));
        assertThat(completed.moveTo(OPEN, NOW).completedAt()).isNull();
    }

    @Test
    void anArchivedTicketIsReadOnly() {
        Ticket archived = TICKET.archive(NOW);
        assertThatThrownBy(() -> archived.edit(TICKET.content(), NOW))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TICKET_ARCHIVED));
        assertThatThrownBy(() -> archived.moveTo(IN_PROGRESS, NOW)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> archived.touch(NOW)).isInstanceOf(Conflict.class);
    }

    @Test
    void aKeyIsReadAsItIsWritten() {
        assertThat(TicketRef.parse("CRN-12")).isEqualTo(new TicketRef.ByKey(TICKET.key()));
        assertThat(TicketRef.parse("crn-12")).isEqualTo(new TicketRef.ByKey(TICKET.key()));
        assertThat(TICKET.key()).hasToString("CRN-12");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "CRN",
                "CRN-",
                "CRN-0",
                "CRN-01",
                "cr\u00df-1",
                "CRN--1",
                "CRN-1x",
                "CRN-9999999999",
                "-1",
                "CRN-１"
            })
    void whatIsNeitherIdNorKeyIsInvalid(String text) {
        assertThatThrownBy(() -> TicketRef.parse(text))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MALFORMED_ID));
    }

    @Test
    void aTicketIsNotLinkedToItself() {
        assertThatThrownBy(() -> new TicketLink(TICKET.id(), TICKET.id(), LinkKind.RELATES_TO))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.LINK_CYCLE));
    }
}
