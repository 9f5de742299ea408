package dev.cairn.domain.kernel;

import dev.cairn.domain.error.NotFound;
import java.util.List;
import java.util.Optional;

/**
 * The store of one kind of root. Writes run inside a transaction that the use case opened.
 *
 * @param <T> the root
 */
public interface Repository<T> {
    /** What the store holds, as errors name it: {@code ticket}. */
    String kind();

    /** A live root; deleted ones are not found. */
    Optional<T> find(Id<T> id);

    /** Also a deleted one: for restore and purge. */
    Optional<T> findAny(Id<T> id);

    T insert(T root);

    /** Inserts in the order given, with as few statements as the engine allows. */
    List<T> insertAll(List<T> roots);

    /**
     * Stores the change and raises the version.
     *
     * @throws dev.cairn.domain.error.Unavailable when it has another version: it was not read in this transaction
     */
    T update(T root);

    /** Removes the row for good; what hangs on it goes by foreign keys. */
    void delete(Id<T> id);

    /** @throws NotFound when there is no live one */
    default T require(Id<T> id) {
        return find(id).orElseThrow(() -> NotFound.of(kind(), id));
    }

    /** @throws NotFound when there never was one, or it was purged */
    default T requireAny(Id<T> id) {
        return findAny(id).orElseThrow(() -> NotFound.of(kind(), id));
    }
}
