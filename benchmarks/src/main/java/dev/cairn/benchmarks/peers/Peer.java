package dev.cairn.benchmarks.peers;

import java.util.Optional;

/** One side of the comparison, open on its own copy of the database. */
interface Peer extends AutoCloseable {
    /** Empty where it cannot do the operation. */
    Optional<Work<?, ?>> work(Operation operation);

    @Override
    void close();
}
