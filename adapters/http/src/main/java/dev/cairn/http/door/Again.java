package dev.cairn.http.door;

/**
 * An argument of a route that may be asked again before it is answered: what the route answered promises nothing, and the client waits for
 * something better. Between two attempts nothing is held, no transaction either; it is one and the same for all of them.
 */
public interface Again extends AutoCloseable {
    /** Waits until the route is to be asked once more; false when its last answer counts. */
    boolean again();

    /**
     * There is an answer that promises something.
     *
     * @param repeatable whether the client gets it, too, when it asks again with the same Idempotency-Key
     */
    void answered(boolean repeatable);

    @Override
    void close();
}
