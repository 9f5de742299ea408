package dev.cairn.domain.interchange;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The store of foreign ids: what an import created keeps the id it had elsewhere (R36). */
public interface AliasRepository {
    /** Our ids by foreign id, for those that are known. */
    Map<String, Id<?>> find(Id<Project> project, String source, Collection<String> externalIds);

    void insertAll(List<Alias> aliases);
}
