package dev.cairn.persistence.file;

import dev.cairn.domain.access.Access;
import dev.cairn.domain.file.FileWordRepository;
import dev.cairn.domain.file.FileWords;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.search.SearchHit;
import dev.cairn.domain.search.SearchQuery;
import dev.cairn.domain.search.SearchWords;
import dev.cairn.persistence.kernel.Conversions;
import dev.cairn.persistence.kernel.Membership;
import dev.cairn.persistence.kernel.Store;
import dev.cairn.persistence.search.Matching;
import dev.cairn.schema.Engine;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The store of files' words: FTS5 on SQLite, ranked by bm25; {@code tsvector} on PostgreSQL, which knows nothing of how rare a word is. */
@Store
abstract class FileWordStore implements FileWordRepository, GenericRepository<ProjectFileRow, Long> {
    private final Engine engine;

    FileWordStore(Engine engine) {
        this.engine = engine;
    }

    /** A file and its score. */
    @Introspected
    record Scored(long id, double score) {
        Match toDomain() {
            return new Match(new Id<>(id), score);
        }
    }

    @Query("""
            SELECT f.id, f.project_id, f.path, f.summary, -bm25(project_file_words, 0, 4, 6, 3, 1, 1) AS score
              FROM project_file_words w CROSS JOIN project_files f ON f.id = w.rowid
              CROSS JOIN projects p ON p.id = f.project_id AND p.deleted_at IS NULL
             WHERE project_file_words MATCH :words AND f.project_id = coalesce(:project, f.project_id)
               AND\s""" + Membership.SEES + "f.project_id" + Membership.SEEN + " ORDER BY 5 DESC, f.path LIMIT :most")
    abstract List<FileHit> findByRarity(String words, @Nullable Long project, long user, @Nullable Long only, int most);

    @Query("""
            SELECT f.id, f.project_id, f.path, f.summary,
                   ts_rank('{0.17, 0.5, 0.67, 1}', w.search, to_tsquery('simple', :words)) AS score
              FROM project_file_words w JOIN project_files f ON f.id = w.id
              JOIN projects p ON p.id = f.project_id AND p.deleted_at IS NULL
             WHERE w.search @@ to_tsquery('simple', :words)
               AND f.project_id = coalesce(CAST(:project AS bigint), f.project_id)
               AND\s""" + Membership.SEES + "f.project_id" + Membership.SEEN + " ORDER BY 5 DESC, f.path LIMIT :most")
    abstract List<FileHit> findByFrequency(
            String words, @Nullable Long project, long user, @Nullable Long only, int most);

    @Query("DELETE FROM project_file_words WHERE rowid = :id")
    abstract void forget(long id);

    @Query("""
            INSERT INTO project_file_words (rowid, scope, path, name, symbols, summary, contents)
            VALUES (:id, :scope, :path, :name, :symbols, :summary, :contents)
            """)
    abstract void add(long id, String scope, String path, String name, String symbols, String summary, String contents);

    /** The name is part of the path: who looks for it finds both. */
    @Query("""
            INSERT INTO project_file_words (id, search)
            VALUES (:id, setweight(to_tsvector('simple', :name), 'A') || setweight(to_tsvector('simple', :path), 'B')
                         || setweight(to_tsvector('simple', :symbols), 'C') || to_tsvector('simple', :contents))
            ON CONFLICT (id) DO UPDATE SET search = excluded.search
            """)
    abstract void set(long id, String path, String name, String symbols, String contents);

    @Query("""
            SELECT w.rowid AS id, -bm25(project_file_words, 0, 4, 6, 3, 1, 1) AS score
              FROM project_file_words w WHERE project_file_words MATCH :words ORDER BY 2 DESC, 1 LIMIT :most
            """)
    abstract List<Scored> rankByRarity(String words, int most);

    @Query("""
            SELECT w.id, ts_rank('{0.17, 0.5, 0.67, 1}', w.search, to_tsquery('simple', :words)) AS score
              FROM project_file_words w JOIN project_files f ON f.id = w.id
             WHERE w.search @@ to_tsquery('simple', :words) AND f.project_id = :project
             ORDER BY 2 DESC, 1 LIMIT :most
            """)
    abstract List<Scored> rankByFrequency(String words, Id<Project> project, int most);

    @Query("SELECT w.rowid FROM project_file_words w WHERE project_file_words MATCH :scope LIMIT 1")
    abstract List<Long> findOne(String scope);

    @Query("""
            SELECT w.id FROM project_file_words w JOIN project_files f ON f.id = w.id WHERE f.project_id = :project LIMIT 1
            """)
    abstract List<Long> findOne(Id<Project> project);

    @Override
    public boolean has(Id<Project> project) {
        return !(switch (engine) {
                    case SQLITE -> findOne(Matching.inScope(project));
                    case POSTGRESQL -> findOne(project);
                })
                .isEmpty();
    }

    @Override
    public List<SearchHit> search(Access access, SearchQuery query) {
        List<String> words = query.words();
        if (SearchWords.parts(words).isEmpty()) {
            return List.of();
        }
        @Nullable Long project = Conversions.number(query.projectId());
        @Nullable Long only = Conversions.number(access.projectId());
        List<FileHit> found = switch (engine) {
            case SQLITE ->
                findByRarity(
                        Matching.allOf(query.projectId(), words),
                        project,
                        access.userId().value(),
                        only,
                        query.limit());
            case POSTGRESQL ->
                findByFrequency(Matching.allOf(words), project, access.userId().value(), only, query.limit());
        };
        return found.stream().map(hit -> hit.toDomain(words)).toList();
    }

    @Override
    public void put(List<FileWords> words) {
        for (FileWords file : words) {
            long id = file.fileId().value();
            switch (engine) {
                case SQLITE -> {
                    forget(id);
                    add(
                            id,
                            Matching.scope(file.projectId()),
                            file.path(),
                            file.name(),
                            file.symbols(),
                            file.summary(),
                            file.contents());
                }
                case POSTGRESQL ->
                    set(id, file.path(), file.name(), file.symbols(), file.summary() + " " + file.contents());
            }
        }
    }

    @Override
    public List<Match> rank(Id<Project> project, List<String> words, int limit) {
        if (words.isEmpty()) {
            return List.of();
        }
        List<Scored> found = switch (engine) {
            case SQLITE -> rankByRarity(Matching.anyOf(project, words), limit);
            case POSTGRESQL -> rankByFrequency(Matching.anyOf(words), project, limit);
        };
        return found.stream().map(Scored::toDomain).toList();
    }
}
