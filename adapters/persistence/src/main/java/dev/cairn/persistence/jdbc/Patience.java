package dev.cairn.persistence.jdbc;

/**
 * How long a transaction on PostgreSQL waits for one statement. The server ends the statement first; when even that is not heard of a
 * second later, the connection is dead, however open it looks.
 */
enum Patience {
    /** For most statements: short enough that a server whose connections are all dead serves again within 10 s (G5). */
    USUAL(5),
    /** For bulk work, and for a write that the server has ended as too slow. */
    LONG(CurrentTransaction.SECONDS_MAX);

    private final int seconds;

    Patience(int seconds) {
        this.seconds = seconds;
    }

    int statementSeconds() {
        return seconds;
    }

    int answerSeconds() {
        return seconds + 1;
    }
}
