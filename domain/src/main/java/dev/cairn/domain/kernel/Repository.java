package dev.cairn.domain.kernel;

import dev.cairn.domain.error.NotFound;
import java.util.List;
import java.util.Optional;

/**
 * Stores one kind of root. Use cases call it; a method that writes needs the write transaction that the use case
 * opened.
 *
 * @param <T> the root
 */
public interface Repository<T> {
    /** Returns the kind of the stored roots as errors name it: {@code ticket}. */
    String kind();

    /** Finds a live root. Answers empty when there is none or it is deleted. */
    Optional<T> find(Id<T> id);

    /**
     * Finds a root, live or deleted: a restore and a purge need both. Answers empty when it never was or was purged.
     */
    Optional<T> findAny(Id<T> id);

    /**
     * Inserts a root and answers it.
     *
     * @throws dev.cairn.domain.error.Conflict {@code key_taken}, {@code name_taken} or the code of the uniqueness that
     *     it breaks
     */
    T insert(T root);

    /**
     * Inserts roots with as few statements as the engine allows, and answers them in the order given. Fails as {@link
     * #insert} does, and then stores none.
     */
    List<T> insertAll(List<T> roots);

    /**
     * Stores a changed root and answers it with the version raised by one.
     *
     * @throws dev.cairn.domain.error.Unavailable {@code busy} when the row has another version than this transaction
     *     read
     */
    T update(T root);

    /** Removes the row for good, and by foreign keys what hangs on it. Does nothing when there is no such row. */
    void delete(Id<T> id);

    /**
     * Finds a live root.
     *
     * @throws NotFound {@code not_found} when there is none or it is deleted
     */
    default T require(Id<T> id) {
        return find(id).orElseThrow(() -> NotFound.of(kind(), id));
    }

    /**
     * Finds a root, live or deleted.
     *
     * @throws NotFound {@code not_found} when it never was or was purged
     */
    default T requireAny(Id<T> id) {
        return findAny(id).orElseThrow(() -> NotFound.of(kind(), id));
    }
}
