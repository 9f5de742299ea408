package dev.cairn.interchange;

import java.util.HashSet;
import java.util.Set;

/** The foreign ids of one file so far. A task called 1.2 and the subtask 2 of task 1 would have the same one. */
final class FileIds {
    private final Set<String> tickets = new HashSet<>();
    private final Set<String> taken = new HashSet<>();

    /** Whether no earlier ticket of the file has this id. */
    boolean isNewTicket(String externalId) {
        return tickets.add(externalId);
    }

    /** The id, with a suffix by its order when it is taken, so that no work is lost and the next import finds the same one. */
    String unique(String externalId) {
        String unique = ForeignId.of(externalId);
        for (int n = 2; !taken.add(unique); n++) {
            unique = ForeignId.of(externalId + "#" + n);
        }
        return unique;
    }
}
