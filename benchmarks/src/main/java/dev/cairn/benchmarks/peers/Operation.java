package dev.cairn.benchmarks.peers;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The work that every peer does; on the wire {@code ticket-by-id}. */
enum Operation {
    TICKET_BY_ID,
    INSERT_ONE,
    INSERT_100,
    INSERT_1000,
    READ_1000,
    NEWEST_50,
    NEWEST_50_COUNTS,
    PAGE_50_TASKS,
    BUSIEST_10,
    CHANGE_STATUS,
    CLAIM_NEXT,
    SEARCH_20;

    /** Empty for what only some peers do, like Drizzle's second way. */
    static Optional<Operation> parse(String wire) {
        return Arrays.stream(values())
                .filter(operation -> operation.wire().equals(wire))
                .findFirst();
    }

    private String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
