package dev.cairn.usecase;

import org.junit.jupiter.api.Tag;

/** G7: agents, queues, links and conversations in each of their states come through a move to PostgreSQL and back. */
@Tag("postgres")
class MovedVerifyUseCaseTest extends VerifyUseCaseTest {
    @Override
    boolean isMoved() {
        return true;
    }
}
