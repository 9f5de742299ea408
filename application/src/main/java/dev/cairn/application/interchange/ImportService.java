package dev.cairn.application.interchange;

import dev.cairn.application.ticket.ImportedMoves;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.user.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Imports a tracker's file into a project; importing it again updates (R36). */
public final class ImportService {
    private final UnitOfWork work;
    private final ImportStores stores;
    private final ImportedMoves moves;
    private final List<TrackerFormat> formats;
    private final Stagings stagings;
    private final Set<Id<Project>> running = ConcurrentHashMap.newKeySet();

    public ImportService(UnitOfWork work, ImportStores stores, ImportedMoves moves, List<TrackerFormat> formats) {
        this.work = work;
        this.stores = stores;
        this.moves = moves;
        this.formats = List.copyOf(formats);
        this.stagings = new Stagings(work, stores.stagings(), stores.projects());
    }

    /** Returns the names of the formats, as clients give them. */
    public List<String> formats() {
        return formats.stream().map(TrackerFormat::name).toList();
    }

    /**
     * Imports a file as {@link #run(Caller, ProjectRef, ImportRequest, InputStream)} does, and finds out the source of
     * its ids.
     */
    public ImportReport run(Caller caller, ProjectRef ref, String format, InputStream file) throws IOException {
        return run(caller, ref, ImportRequest.of(format), file);
    }

    /**
     * Reads the whole file before anything of it is stored: a file that is refused leaves nothing behind. A large one is
     * stored in slices, but its new tickets are seen only once they are all there with their links (I4).
     *
     * @throws Invalid {@code unknown_value} for an unknown format; {@code format} when the file is not of the format
     * @throws Conflict {@code import_running} when another import into the project has not ended;
     *     {@code project_archived}
     * @throws dev.cairn.domain.error.Unavailable {@code disk_full} when there is no room for the file
     */
    public ImportReport run(Caller caller, ProjectRef ref, ImportRequest request, InputStream file) throws IOException {
        TrackerFormat format = formats.stream()
                .filter(known -> known.name().equals(request.format()))
                .findFirst()
                .orElseThrow(() -> Invalid.of(
                        ErrorCode.UNKNOWN_VALUE, "format", "format must be one of " + String.join(", ", formats())));
        Project project = stores.projects().require(Access.write(caller), ref).requireWritable();
        try (Spool spool = Spool.of(file)) {
            return run(caller, project, request, new Reading() {
                @Override
                public void read(Consumer<Imported> sink) throws IOException {
                    try (InputStream all = spool.open()) {
                        format.read(all, sink);
                    }
                }

                @Override
                public long size() throws IOException {
                    return spool.size();
                }
            });
        }
    }

    /** Imports any source that can be read more than once. */
    ImportReport run(Caller caller, Project project, ImportRequest request, Reading file) throws IOException {
        stores.projects().require(Access.write(caller), project.id()).requireWritable();
        if (!running.add(project.id())) {
            throw new Conflict(ErrorCode.IMPORT_RUNNING, "Another import into %s is running".formatted(project.key()));
        }
        try {
            ImportPlan plan = new ImportPlan();
            file.read(plan);
            return new ImportRun(planned(caller, project, request, plan), file, stagings).run();
        } finally {
            running.remove(project.id());
        }
    }

    /** Ends imports of dead processes: removes incomplete ones, and shows the tickets of complete ones (I4). */
    public void recover() {
        stagings.recover(Caller.system());
    }

    private ImportContext planned(Caller caller, Project project, ImportRequest request, ImportPlan plan) {
        return work.read(() -> {
            SourceChoice choice = new SourceChoice(stores, project.id(), request, plan);
            String source = choice.source();
            ImportRun.decide(stores, project, source, request, choice, plan);
            plan.entries().values().stream()
                    .filter(entry -> entry.id == null)
                    .forEach(entry -> entry.id = work.newId());
            ImportGraph graph = ImportGraph.of(stores, project.id(), source, plan);
            People people = People.of(stores.work().members(), project.id());
            return new ImportContext(work, stores, moves, caller, project, request, source, people, plan, graph);
        });
    }
}
