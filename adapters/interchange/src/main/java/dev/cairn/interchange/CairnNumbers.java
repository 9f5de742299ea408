package dev.cairn.interchange;

import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.ticket.TicketKey;
import dev.cairn.interchange.Problems.Code;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ticket numbers that a file of Cairn's own asks for. */
final class CairnNumbers {
    private final Problems problems;
    private final Set<Integer> taken = new HashSet<>();

    CairnNumbers(Problems problems) {
        this.problems = problems;
    }

    /**
     * The number, or null for one that the ticket cannot have here: it is given another one then.
     *
     * @throws dev.cairn.domain.error.Invalid when it is no ticket's number at all
     */
    @Nullable
    Integer wanted(String place, @Nullable Integer number) {
        Integer valid = Limits.optionalRange("number", number, 1, TicketKey.NUMBER_MAX);
        if (valid == null) {
            return null;
        }
        if (valid > TicketKey.NUMBER_WANTED_MAX) {
            anew(place, valid, "is over %d".formatted(TicketKey.NUMBER_WANTED_MAX));
            return null;
        }
        if (!taken.add(valid)) {
            anew(place, valid, "is an earlier ticket's");
            return null;
        }
        return valid;
    }

    private void anew(String place, int number, String why) {
        problems.report(place, Code.NOT_CARRIED_OVER, "The number %d %s: it gets another one".formatted(number, why));
    }
}
