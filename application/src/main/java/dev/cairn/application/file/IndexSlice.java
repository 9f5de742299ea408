package dev.cairn.application.file;

import dev.cairn.domain.file.FileImport;
import dev.cairn.domain.file.FileWords;
import dev.cairn.domain.file.IndexReport;
import dev.cairn.domain.file.IndexedFile;
import dev.cairn.domain.file.ProjectFile;
import dev.cairn.domain.job.Job;
import dev.cairn.domain.kernel.Id;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The data that one short transaction of an index run stores.
 *
 * @param touched files of which only the time or the key is another one
 * @param report how far the run is with it
 */
record IndexSlice(
        List<ProjectFile> created,
        List<ProjectFile> updated,
        List<IndexedFile> touched,
        List<FileWords> words,
        List<FileImport> imports,
        IndexReport report) {
    IndexSlice {
        created = List.copyOf(created);
        updated = List.copyOf(updated);
        touched = List.copyOf(touched);
        words = List.copyOf(words);
        imports = List.copyOf(imports);
    }

    boolean isEmpty() {
        return created.isEmpty() && updated.isEmpty() && touched.isEmpty();
    }

    /** Stores the slice; the caller has opened a transaction. */
    void store(FileStores stores, Id<Job> job) {
        stores.files().insertAll(created);
        Map<Id<ProjectFile>, ProjectFile> summarized = summarized(stores);
        stores.files()
                .updateAll(updated.stream()
                        .map(file -> kept(file, summarized.get(file.id())))
                        .toList());
        stores.files().touchAll(touched);
        stores.words()
                .put(words.stream()
                        .map(file -> kept(file, summarized.get(file.fileId())))
                        .toList());
        stores.imports().replace(updated.stream().map(ProjectFile::id).toList(), imports);
        stores.jobs().report(job, report);
    }

    /**
     * Returns the stored files with a model's summary of the same contents, which keep it, for example when they were
     * moved (X3).
     */
    private Map<Id<ProjectFile>, ProjectFile> summarized(FileStores stores) {
        if (updated.isEmpty()) {
            return Map.of();
        }
        Map<Id<ProjectFile>, String> hashes =
                updated.stream().collect(Collectors.toMap(ProjectFile::id, ProjectFile::sha256));
        return stores.files().findAll(updated.getFirst().projectId(), hashes.keySet()).stream()
                .filter(file -> file.isSummarized() && file.sha256().equals(hashes.get(file.id())))
                .collect(Collectors.toMap(ProjectFile::id, Function.identity()));
    }

    private static ProjectFile kept(ProjectFile file, @Nullable ProjectFile before) {
        return before == null
                ? file
                : file.with(next -> next.summary(before.summary())
                        .summaryOf(before.summaryOf())
                        .summaryModel(before.summaryModel()));
    }

    private static FileWords kept(FileWords words, @Nullable ProjectFile before) {
        return before == null ? words : words.withSummary(before.summary());
    }
}
