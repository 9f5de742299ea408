package dev.cairn.domain.interchange;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.ticket.Ticket;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Stores foreign ids, so that an import finds what an earlier one created (R36). Imports and exports call it for a
 * project that they found with an access.
 */
public interface AliasRepository {
    /** Answers our id for each of these foreign ids; those that this source never brought are left out. */
    Map<String, Id<?>> find(Id<Project> project, String source, Collection<String> externalIds);

    /** Answers the aliases of these foreign ids with what the last import saw of them; unknown ones are left out. */
    List<Alias> findAll(Id<Project> project, String source, Collection<String> externalIds);

    /**
     * Answers the aliases of these tickets, and of their tasks and comments, by ticket: of all sources, and of deleted
     * tasks and comments too.
     */
    Map<Id<Ticket>, List<Alias>> findByTickets(Collection<Id<Ticket>> tickets);

    /** Answers the sources from which anything in the project came. */
    List<String> sources(Id<Project> project);

    /**
     * Inserts aliases.
     *
     * @throws dev.cairn.domain.error.Conflict {@code constraint} when the project knows a foreign id of this source
     *     already
     */
    void insertAll(List<Alias> aliases);

    /** Stores the source and the seen state of existing aliases. */
    void updateAll(List<Alias> aliases);
}
