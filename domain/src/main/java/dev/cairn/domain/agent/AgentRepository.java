package dev.cairn.domain.agent;

import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Listed;
import dev.cairn.domain.kernel.Repository;
import dev.cairn.domain.model.ModelProvider;
import dev.cairn.domain.user.User;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Stores agents. Use cases find them by their owner, or among the participants of a conversation. */
public interface AgentRepository extends Repository<Agent>, Listed<AgentRepository.OfOwner, Agent> {
    Set<String> SORTS = Set.of("role", "createdAt", "updatedAt");

    /** Names the human whose agents a list shows. */
    record OfOwner(Id<User> ownerId) {}

    /** Finds an agent of this owner; answers empty when it is somebody else's. */
    Optional<Agent> find(Id<User> owner, Id<Agent> id);

    /** Counts an owner's agents. */
    long count(Id<User> owner);

    /** Answers the agents among these users, in the order of ids. */
    List<Agent> findAmong(Collection<Id<User>> users);

    /** Answers the agents that name this provider and whose users are active. */
    List<Agent> findActiveWith(Id<ModelProvider> provider);

    /** Answers the agents that name this provider, active or not. */
    List<Agent> findWith(Id<ModelProvider> provider);

    /**
     * Finds an agent of this owner.
     *
     * @throws NotFound {@code not_found} when it is somebody else's or there is none
     */
    default Agent require(Id<User> owner, Id<Agent> id) {
        return find(owner, id).orElseThrow(() -> NotFound.of(kind(), id));
    }
}
