package dev.cairn.persistence.interchange;

import dev.cairn.domain.interchange.Alias;
import dev.cairn.domain.interchange.AliasKind;
import dev.cairn.domain.interchange.AliasRepository;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.persistence.jdbc.Sql;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The store of foreign ids. */
@Singleton
final class AliasStore implements AliasRepository {
    private static final int CHUNK = 1_000;
    private static final String FIND = """
            SELECT external_id, coalesce(ticket_id, task_id, comment_id) AS subject_id FROM aliases
             WHERE project_id = ? AND source = ? AND external_id IN\s""";
    private static final String INSERT = "INSERT INTO aliases (id, project_id, source, external_id, ";

    private final Sql sql;

    AliasStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Map<String, Id<?>> find(Id<Project> project, String source, Collection<String> externalIds) {
        Map<String, Id<?>> known = new HashMap<>();
        List<String> ids = List.copyOf(externalIds);
        for (int from = 0; from < ids.size(); from += CHUNK) {
            List<String> some = ids.subList(from, Math.min(from + CHUNK, ids.size()));
            List<Object> values = new ArrayList<>(List.of(project, source));
            values.addAll(some);
            sql.query(
                    FIND + "(" + Sql.marks(some.size()) + ")",
                    row -> {
                        Id<?> subject = row.id("subject_id");
                        known.put(row.text("external_id"), subject);
                        return subject;
                    },
                    values.toArray());
        }
        return known;
    }

    @Override
    public void insertAll(List<Alias> aliases) {
        for (AliasKind kind : AliasKind.values()) {
            String column = switch (kind) {
                case TICKET -> "ticket_id";
                case TASK -> "task_id";
                case COMMENT -> "comment_id";
            };
            sql.insertAll(
                    INSERT + column + ")",
                    aliases.stream()
                            .filter(alias -> alias.kind() == kind)
                            .map(alias -> new @Nullable Object[] {
                                alias.id(), alias.projectId(), alias.source(), alias.externalId(), alias.subjectId()
                            })
                            .toList());
        }
    }
}
