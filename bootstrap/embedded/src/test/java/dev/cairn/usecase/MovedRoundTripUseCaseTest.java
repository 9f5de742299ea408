package dev.cairn.usecase;

import org.junit.jupiter.api.Tag;

/** G7: whatever can be stored, each field at its limits, comes through a move to PostgreSQL and back. */
@Tag("postgres")
@Tag("slow")
class MovedRoundTripUseCaseTest extends RoundTripUseCaseTest {
    @Override
    boolean isMoved() {
        return true;
    }
}
