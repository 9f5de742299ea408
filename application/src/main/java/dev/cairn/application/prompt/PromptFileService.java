package dev.cairn.application.prompt;

import dev.cairn.application.interchange.ImportReport;
import dev.cairn.application.interchange.Spool;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.prompt.PromptContent;
import dev.cairn.domain.prompt.PromptRepository;
import dev.cairn.domain.user.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Imports and exports prompts as files (R49). */
public final class PromptFileService {
    /** The most prompts of one import. */
    public static final int PROMPTS_MAX = 10_000;

    private static final String UNTITLED = "Prompt";

    private final UnitOfWork work;
    private final PromptRepository prompts;
    private final ProjectRepository projects;
    private final PromptPart part;
    private final List<PromptFormat> formats;

    public PromptFileService(
            UnitOfWork work,
            PromptRepository prompts,
            ProjectRepository projects,
            PromptPart part,
            List<PromptFormat> formats) {
        this.work = work;
        this.prompts = prompts;
        this.projects = projects;
        this.part = part;
        this.formats = List.copyOf(formats);
    }

    /**
     * Reads the whole file before anything is stored; a refused prompt is a problem and stops no other. A prompt is
     * matched by title: a stored one is edited if it differs, else a new one is created. Prompts of other authors
     * outside of projects are left alone.
     *
     * @param project null for prompts of no project
     * @param title of a prompt that says none itself; null when nothing is known of the file
     * @throws Invalid {@code unknown_value} for an unknown format, {@code format} for a file that is none or not to be trusted, {@code too_many}
     * @throws dev.cairn.domain.error.Unavailable {@code disk_full} when there is no room for the file
     */
    public ImportReport run(
            Caller caller, @Nullable ProjectRef project, String format, @Nullable String title, InputStream file)
            throws IOException {
        PromptFormat chosen = format(format);
        Access access = Access.write(caller);
        Id<Project> home = project == null
                ? outside(caller)
                : projects.require(access, project).requireWritable().id();
        String named = title == null || Text.trimmed(title).isEmpty() ? UNTITLED : title;
        try (Spool spool = Spool.of(file)) {
            Count count = new Count();
            try (InputStream first = spool.open()) {
                chosen.read(first, named, count::add);
            }
            PromptImport run = new PromptImport(work, prompts, projects, caller, home);
            try (InputStream second = spool.open()) {
                chosen.read(second, named, run);
            }
            return run.report();
        }
    }

    /** Checks what {@link #export} does, before the first byte of an answer is written; answers the project, null for none. */
    public @Nullable Project require(Caller caller, @Nullable ProjectRef project, String format) {
        format(format);
        Access access = Access.read(caller);
        if (project == null) {
            caller.requireUnlimited();
            return null;
        }
        return projects.require(access, project);
    }

    /**
     * Writes all live prompts by title: the same prompts give the same bytes.
     *
     * @param project null for those of no project
     * @throws Invalid {@code unknown_value} for an unknown format, {@code too_many} for more than one import takes
     */
    public void export(Caller caller, @Nullable ProjectRef project, String format, OutputStream out)
            throws IOException {
        PromptFormat chosen = format(format);
        try {
            work.read(() -> {
                Project home = require(caller, project, format);
                return write(chosen, part.all(home == null ? null : home.id()), out);
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean write(PromptFormat format, Iterable<PromptContent> all, OutputStream out) {
        try {
            Count count = new Count();
            Iterable<PromptContent> counted = () -> new Counted(all.iterator(), count);
            format.write(counted, out);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PromptFormat format(String name) {
        return formats.stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Invalid.of(
                        ErrorCode.UNKNOWN_VALUE,
                        "format",
                        "format must be one of "
                                + String.join(
                                        ", ",
                                        formats.stream().map(PromptFormat::name).toList())));
    }

    private static @Nullable Id<Project> outside(Caller caller) {
        caller.requireUnlimited();
        return null;
    }

    /** Counts the prompts of one file. */
    private static final class Count {
        private int count;

        void add(Object one) {
            if (!(one instanceof PromptFormat.Refused) && ++count > PROMPTS_MAX) {
                throw Invalid.of(
                        ErrorCode.TOO_MANY,
                        "file",
                        "A file has at most %d prompts: make several".formatted(PROMPTS_MAX));
            }
        }
    }

    /** An iterator that counts the prompts. */
    private record Counted(java.util.Iterator<PromptContent> all, Count count)
            implements java.util.Iterator<PromptContent> {
        @Override
        public boolean hasNext() {
            return all.hasNext();
        }

        @Override
        public PromptContent next() {
            PromptContent next = all.next();
            count.add(next);
            return next;
        }
    }
}
