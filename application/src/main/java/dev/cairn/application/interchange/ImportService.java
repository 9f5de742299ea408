package dev.cairn.application.interchange;

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

/** Brings a tracker's file into a project; importing it again updates (R36). */
public final class ImportService {
    private final UnitOfWork work;
    private final ImportStores stores;
    private final List<TrackerFormat> formats;
    private final Set<Id<Project>> running = ConcurrentHashMap.newKeySet();

    public ImportService(UnitOfWork work, ImportStores stores, List<TrackerFormat> formats) {
        this.work = work;
        this.stores = stores;
        this.formats = List.copyOf(formats);
    }

    /** The formats' names, as clients give them. */
    public List<String> formats() {
        return formats.stream().map(TrackerFormat::name).toList();
    }

    /**
     * Reads the whole file. It is stored in slices: should it break off, what was read so far stays, and importing the
     * file again completes it.
     *
     * @throws Invalid {@code unknown_value} for an unknown format; {@code format} when the file is not of the format
     * @throws Conflict {@code import_running} when another import into the project has not ended;
     *     {@code project_archived}
     */
    public ImportReport run(Caller caller, ProjectRef ref, String format, InputStream file) throws IOException {
        TrackerFormat reader = formats.stream()
                .filter(known -> known.name().equals(format))
                .findFirst()
                .orElseThrow(() -> Invalid.of(
                        ErrorCode.UNKNOWN_VALUE, "format", "format must be one of " + String.join(", ", formats())));
        Project project = stores.projects().require(Access.write(caller), ref).requireWritable();
        if (!running.add(project.id())) {
            throw new Conflict(ErrorCode.IMPORT_RUNNING, "Another import into %s is running".formatted(project.key()));
        }
        try {
            ImportRun run = new ImportRun(work, stores, caller, project, reader.name());
            reader.read(file, run);
            return run.finish();
        } finally {
            running.remove(project.id());
        }
    }
}
