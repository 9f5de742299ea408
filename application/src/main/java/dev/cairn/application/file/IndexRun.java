package dev.cairn.application.file;

import dev.cairn.application.file.OpenFolder.Content;
import dev.cairn.application.job.Attempt;
import dev.cairn.application.job.Ending;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.file.IndexReport;
import dev.cairn.domain.file.IndexedFile;
import dev.cairn.domain.file.ProjectFile;
import dev.cairn.domain.file.ProjectFolder;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.project.Project;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One index run: walks the folder, compares it with the index, and reads only changed files. It stores slices, each of
 * which leaves a consistent index (R51, L29).
 */
final class IndexRun {
    private static final int DELETED_PER_SLICE = 200;

    private final UnitOfWork work;
    private final FileStores stores;
    private final Folders folders;
    private final FolderWatches watches;
    private final Summaries summaries;
    private final Attempt attempt;
    private final Id<Project> project;

    /** The state of an index before a run. */
    private record Start(ProjectFolder folder, FolderRules rules, List<IndexedFile> indexed, boolean full) {}

    IndexRun(
            UnitOfWork work,
            FileStores stores,
            Folders folders,
            FolderWatches watches,
            Summaries summaries,
            Attempt attempt) {
        this.work = work;
        this.stores = stores;
        this.folders = folders;
        this.watches = watches;
        this.summaries = summaries;
        this.attempt = attempt;
        this.project = new Id<>(attempt.job().subjectId().value());
    }

    /** @throws Conflict when the folder cannot be walked, or is empty all of a sudden */
    Ending run() {
        Instant begun = work.now();
        Optional<Start> start = work.read(this::start);
        if (start.isEmpty()) {
            return new Ending.Done(_ -> {}); // The project was archived or deleted meanwhile.
        }
        Start from = start.get();
        FolderListing listing = walk(from);
        if (attempt.reason() != null) {
            return stopped();
        }
        requireFound(from, listing);
        FolderChanges changes = FolderChanges.between(from.indexed(), listing.files(), listing.unknown(), from.full());
        IndexProgress progress = new IndexProgress(listing.report(from.full()), changes.unchanged());
        try (OpenFolder folder = folders.open(from.folder().root(), from.rules());
                IndexSlices slices = new IndexSlices(stores, attempt, progress)) {
            if (!read(folder, changes, slices, progress)) {
                return stopped();
            }
        }
        return linked(from, progress.report()) ? done(begun, from, progress.report()) : stopped();
    }

    private Optional<Start> start() {
        return stores.projects()
                .find(project)
                .filter(found -> !found.lifecycle().archived())
                .map(_ -> start(
                        stores.folders()
                                .find(project)
                                .orElseThrow(() -> new Conflict(
                                        ErrorCode.FOLDER_REQUIRED, "The project's folder was never agreed upon")),
                        stores.files().findIndexed(project)));
    }

    /** Returns the state to start from; reads every file again when the words are missing, as after a move of the database. */
    private Start start(ProjectFolder folder, List<IndexedFile> indexed) {
        boolean wordless = !indexed.isEmpty() && !stores.words().has(project);
        return new Start(folder, stores.rules(), indexed, full() || wordless);
    }

    private FolderListing walk(Start from) {
        FolderWatch watch = watches.walk(from.folder());
        FolderListing listing = new FolderListing(() -> attempt.reason() != null, watch);
        try {
            folders.walk(from.folder().root(), from.rules(), listing);
        } catch (Conflict gone) {
            watch.failed();
            throw gone;
        }
        if (attempt.reason() == null) {
            watch.walked();
        }
        return listing;
    }

    /** A disk that is not mounted leaves an empty folder, and ids and selections would go with the files. */
    private void requireFound(Start from, FolderListing listing) {
        boolean known = from.folder().indexedAt() != null && !from.indexed().isEmpty();
        if (known && listing.isEmpty() && !full()) {
            throw new Conflict(
                    ErrorCode.FOLDER_NOT_FOUND,
                    "There is no file in %s any more. Is it mounted? If it is, ask for a full run"
                            .formatted(Text.excerpt(from.folder().root())));
        }
    }

    private boolean full() {
        IndexReport report = attempt.job().report();
        return report != null && report.full();
    }

    /** Reads and stores the changed files; returns false when the run has to stop. */
    private boolean read(OpenFolder folder, FolderChanges changes, IndexSlices slices, IndexProgress progress) {
        List<FoundFile> created = changes.read().stream()
                .filter(file -> !changes.known().containsKey(file.path()))
                .toList();
        Map<String, IndexedFile> moves = Moves.of(
                changes.vanished(), created, file -> attempt.reason() == null ? folder.hash(file.path()) : null);
        Set<IndexedFile> moved = new HashSet<>(moves.values());
        List<IndexedFile> gone = new ArrayList<>(changes.vanished());
        gone.removeIf(moved::contains);
        for (FoundFile file : changes.read()) {
            if (attempt.reason() != null) {
                return false;
            }
            IndexedFile before = changes.known().getOrDefault(file.path(), moves.get(file.path()));
            if (!take(file.path(), before, folder.read(file.path()), gone, slices, progress)) {
                return false;
            }
        }
        return slices.finish() && delete(gone, progress);
    }

    /** Where imports lead depends on which files there are, and on nothing else. */
    private boolean linked(Start from, IndexReport report) {
        boolean all = from.full() || report.rearranged() || changedBefore();
        return !(all || report.arrived()) || new ImportLinks(work, stores, attempt).link(project, all);
    }

    /** Whether an attempt that was stopped has stored something, which it neither linked nor told of. */
    private boolean changedBefore() {
        IndexReport before = attempt.job().report();
        return before != null && before.changed();
    }

    private boolean take(
            String path,
            @Nullable IndexedFile before,
            Content content,
            List<IndexedFile> gone,
            IndexSlices slices,
            IndexProgress progress) {
        return switch (content) {
            case Content.Text text -> slices.add(project, before, text, work);
            case Content.None(OpenFolder.Reason reason) -> {
                progress.leftOut(path, reason);
                if (before != null && reason != OpenFolder.Reason.UNREADABLE) {
                    gone.add(before);
                }
                yield true;
            }
        };
    }

    private boolean delete(List<IndexedFile> gone, IndexProgress progress) {
        for (int from = 0; from < gone.size(); from += DELETED_PER_SLICE) {
            List<Id<ProjectFile>> ids = gone.subList(from, Math.min(gone.size(), from + DELETED_PER_SLICE)).stream()
                    .map(IndexedFile::id)
                    .toList();
            progress.deleted(ids.size());
            IndexReport report = progress.report();
            if (attempt.reason() != null
                    || !attempt.save(_ -> {
                        stores.files().deleteAll(ids);
                        stores.jobs().report(attempt.job().id(), report);
                    })) {
                return false;
            }
        }
        return true;
    }

    private Ending done(Instant begun, Start from, IndexReport report) {
        if (!work.read(() -> isWanted(from))) {
            return new Ending.Again("Another folder was agreed upon meanwhile, or other rules hold", Duration.ZERO);
        }
        return new Ending.Done(act -> {
            stores.jobs().report(attempt.job().id(), report);
            if (isWanted(from)) {
                stores.folders().indexed(project, begun);
            }
            summaries.begin(act, project);
            if (report.changed() || changedBefore()) {
                act.record(ActivityType.PROJECT_INDEXED, project, project)
                        .with("created", report.created())
                        .with("updated", report.updated())
                        .with("moved", report.moved())
                        .with("deleted", report.deleted());
            }
        });
    }

    /** Who asks for another folder while a run is under way gets the same job. */
    private boolean isWanted(Start from) {
        return stores.rules().equals(from.rules())
                && stores.folders()
                        .find(project)
                        .filter(folder -> folder.root().equals(from.folder().root()))
                        .isPresent();
    }

    private static Ending stopped() {
        return new Ending.Again("It was told to stop", null);
    }
}
