package dev.cairn.application.file;

import dev.cairn.application.file.OpenFolder.Content;
import dev.cairn.application.job.Attempt;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.file.FileImport;
import dev.cairn.domain.file.FileType;
import dev.cairn.domain.file.FileWords;
import dev.cairn.domain.file.IndexedFile;
import dev.cairn.domain.file.ProjectFile;
import dev.cairn.domain.file.WordCutter;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.source.SourceFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Gathers changes until they fill a short transaction; others write between two of them (L29). One slice is stored
 * while the next is gathered, and no more are kept in memory.
 */
final class IndexSlices implements AutoCloseable {
    private static final int FILES_MAX = 64;
    /**
     * The most characters of words in a slice, which cost the writer some 25 ms; smaller slices spend more time on
     * merging the word index.
     */
    private static final int WORDS_LENGTH_MAX = 400_000;

    private final FileStores stores;
    private final Attempt attempt;
    private final IndexProgress progress;
    private final List<ProjectFile> created = new ArrayList<>();
    private final List<ProjectFile> updated = new ArrayList<>();
    private final List<IndexedFile> touched = new ArrayList<>();
    private final List<FileWords> words = new ArrayList<>();
    private final List<FileImport> imports = new ArrayList<>();
    private final ExecutorService storer;
    private Future<Boolean> storing = CompletableFuture.completedFuture(true);
    private int length;

    IndexSlices(FileStores stores, Attempt attempt, IndexProgress progress) {
        this.stores = stores;
        this.attempt = attempt;
        this.progress = progress;
        this.storer = Executors.newSingleThreadExecutor(Thread.ofPlatform()
                .daemon()
                .name("cairn-index-store-" + attempt.job().id())
                .factory());
    }

    /**
     * Adds a file that was read.
     *
     * @param before the indexed state of the file, perhaps under another path; null when it is new
     * @return false when the run is to stop
     */
    boolean add(Id<Project> project, @Nullable IndexedFile before, Content.Text text, UnitOfWork work) {
        FoundFile found = text.file();
        boolean here = before != null && before.path().equals(found.path());
        boolean same = here && before != null && before.sha256().equals(text.sha256());
        if (before != null && same && !progress.report().full()) {
            touched.add(new IndexedFile(
                    before.id(), found.path(), found.size(), found.modifiedAt(), found.fileKey(), text.sha256()));
        } else {
            Id<ProjectFile> id = before == null ? work.newId() : before.id();
            gather(file(id, project, text, work), text.text(), before == null);
        }
        count(before, here, same);
        boolean room = touched.size() + words.size() < FILES_MAX && length < WORDS_LENGTH_MAX;
        return room || flush();
    }

    private void count(@Nullable IndexedFile before, boolean here, boolean same) {
        if (before == null) {
            progress.created();
        } else if (!here) {
            progress.moved();
        } else if (same) {
            progress.unchanged();
        } else {
            progress.updated();
        }
    }

    private static ProjectFile file(Id<ProjectFile> id, Id<Project> project, Content.Text text, UnitOfWork work) {
        FoundFile found = text.file();
        String name = found.path().substring(found.path().lastIndexOf('/') + 1);
        FileType type = FileType.of(name);
        return new ProjectFile(
                id,
                project,
                found.path(),
                name,
                FileType.extension(name),
                found.size(),
                found.modifiedAt(),
                found.fileKey(),
                type.contentType(),
                type.language(),
                text.sha256(),
                null,
                null,
                null,
                work.now());
    }

    private void gather(ProjectFile file, String text, boolean isNew) {
        SourceFacts facts = SourceFacts.of(file.path(), text);
        String summary = storable(facts.summary(), ProjectFile.SUMMARY_MAX);
        ProjectFile known = summary.isBlank()
                ? file
                : file.with(next -> next.summary(summary).summaryOf(file.sha256()));
        (isNew ? created : updated).add(known);
        FileWords cut = words(known, facts, text);
        words.add(cut);
        length += cut.contents().length();
        facts.imports().stream()
                .filter(target -> Text.isStorable(target) && target.length() <= FileImport.TARGET_MAX)
                .distinct()
                .limit(FileImport.PER_FILE_MAX)
                .forEach(target -> imports.add(new FileImport(file.id(), target, null)));
    }

    /** Cuts the searchable words of a file. */
    static FileWords words(ProjectFile file, SourceFacts facts, String text) {
        return new FileWords(
                file.id(),
                file.projectId(),
                WordCutter.cut(file.path()),
                WordCutter.cut(file.name()),
                WordCutter.cut(String.join(" ", facts.declared())),
                WordCutter.cut(file.summary() == null ? "" : file.summary()),
                WordCutter.cut(text));
    }

    static String storable(String text, int max) {
        String clean = Text.isStorable(text) ? text : "";
        return clean.codePointCount(0, clean.length()) <= max
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, max));
    }

    /** Begins to store the gathered slice in the background; returns false when the run has to stop. */
    boolean flush() {
        IndexSlice slice = new IndexSlice(created, updated, touched, words, imports, progress.report());
        created.clear();
        updated.clear();
        touched.clear();
        words.clear();
        imports.clear();
        length = 0;
        boolean going = stored() && attempt.reason() == null;
        if (going && !slice.isEmpty()) {
            storing = storer.submit(
                    () -> attempt.save(_ -> slice.store(stores, attempt.job().id())));
        }
        return going;
    }

    /** Waits until all gathered slices are stored; returns false when the run has to stop. */
    boolean finish() {
        return flush() && stored();
    }

    private boolean stored() {
        try {
            return storing.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Waits for a slice that is being stored, so that nothing is stored after the close. */
    @Override
    public void close() {
        storer.close();
    }
}
