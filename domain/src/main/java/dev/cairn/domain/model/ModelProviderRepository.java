package dev.cairn.domain.model;

import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Listed;
import dev.cairn.domain.kernel.Repository;
import dev.cairn.domain.user.User;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stores providers. Inserts and updates fail with {@code name_taken} when the owner has one of this name, ignoring case. Use
 * cases find them by their owner only (R46).
 */
public interface ModelProviderRepository
        extends Repository<ModelProvider>, Listed<ModelProviderRepository.Filter, ModelProvider> {
    Set<String> SORTS = Set.of("name", "createdAt", "updatedAt");

    /**
     * The filter for lists of providers.
     *
     * @param active only active ones, only deactivated ones, or both
     */
    record Filter(Id<User> ownerId, @Nullable Boolean active) {}

    /** Finds a provider of this owner, active or not; answers empty when it is somebody else's or there is none. */
    Optional<ModelProvider> find(Id<User> owner, Id<ModelProvider> id);

    /** Finds the owner's active default; answers empty when none is. */
    Optional<ModelProvider> findDefault(Id<User> owner);

    /** Counts an owner's providers. */
    long count(Id<User> owner);

    /** Answers up to {@code limit} providers of all owners with a stored secret and an id after this one, in the order of ids. */
    List<ModelProvider> sealedAfter(Id<ModelProvider> after, int limit);

    /**
     * Stores another form of the same secret, unless somebody has stored another secret meanwhile. The version stays: what
     * people see of the provider does not change.
     *
     * @return whether it was stored
     */
    boolean reseal(Id<ModelProvider> id, SealedSecret from, SealedSecret to);

    /**
     * Finds a provider of this owner.
     *
     * @throws NotFound {@code not_found} when it is somebody else's or there is none
     */
    default ModelProvider require(Id<User> owner, Id<ModelProvider> id) {
        return find(owner, id).orElseThrow(() -> NotFound.of(kind(), id));
    }
}
