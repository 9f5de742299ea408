package dev.cairn.benchmarks.peers;

import java.util.Locale;

/** The work that every peer does; on the wire {@code ticket-by-id}. */
enum Operation {
    TICKET_BY_ID,
    INSERT_ONE,
    INSERT_100,
    INSERT_1000,
    READ_1000,
    NEWEST_50,
    PAGE_50_TASKS,
    BUSIEST_10,
    CHANGE_STATUS,
    CLAIM_NEXT,
    SEARCH_20;

    static Operation parse(String wire) {
        return valueOf(wire.replace('-', '_').toUpperCase(Locale.ROOT));
    }
}
