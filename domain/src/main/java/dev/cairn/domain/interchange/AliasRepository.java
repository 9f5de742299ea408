package dev.cairn.domain.interchange;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.ticket.Ticket;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The store of foreign ids: what an import created keeps the id it had elsewhere (R36). */
public interface AliasRepository {
    /** Our ids by foreign id, for those that are known. */
    Map<String, Id<?>> find(Id<Project> project, String source, Collection<String> externalIds);

    /** As {@link #find}, with what the last import saw. */
    List<Alias> findAll(Id<Project> project, String source, Collection<String> externalIds);

    /** The foreign ids of these tickets and of their tasks and comments, deleted ones too, of any source, by ticket. */
    Map<Id<Ticket>, List<Alias>> findByTickets(Collection<Id<Ticket>> tickets);

    /** The sources that anything in the project came from. */
    List<String> sources(Id<Project> project);

    void insertAll(List<Alias> aliases);

    /** Stores where these came from and what was seen of them. */
    void updateAll(List<Alias> aliases);
}
