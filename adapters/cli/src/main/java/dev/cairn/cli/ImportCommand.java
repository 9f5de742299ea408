package dev.cairn.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.client.Bodies.ImportFileQuery;
import dev.cairn.client.CairnClient;
import dev.cairn.client.Operation;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Imports a tracker's file. */
@Command(
        name = "import",
        description = "Import a tracker's file into a project; importing it again updates.",
        footer = {
            "",
            "Examples:",
            "  cairn import --project DEMO --create 'My project' \\",
            "    --format taskmaster .taskmaster/tasks/tasks.json",
            "  cairn import --project DEMO --format beads .beads/issues.jsonl",
            "  cairn import --project DEMO --source web --prune web/.beads/issues.jsonl",
            "  cairn import --project DEMO --format github issues.json",
            "  cairn import --project DEMO backlog",
            "  cairn import promptliano.db",
            "Problems that do not stop the import leave the exit code at 0."
        })
final class ImportCommand implements Callable<Integer> {
    private static final int PROBLEMS_SHOWN = 20;

    @ParentCommand
    @Nullable
    CairnCommand cairn;

    @Option(
            names = "--project",
            paramLabel = "KEY",
            description =
                    "The project's key or id (default: CAIRN_PROJECT; of promptliano and projectwiz, each project gets its own).")
    @Nullable
    String named;

    @Option(
            names = "--create",
            paramLabel = "NAME",
            description = "Create the project under this name when there is none.")
    @Nullable
    String create;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = ForeignFormat.NAMES + " (default: by the file's name).")
    @Nullable
    String format;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "Where the file's ids come from; the same id from another source is another ticket"
                    + " (default: where they were imported from before, else the name of its repository or folder).")
    @Nullable
    String source;

    @Option(
            names = "--prune",
            description =
                    "Remove links, parents, comments and subtasks that have gone from the file, and what it deleted.")
    boolean prune;

    @Parameters(paramLabel = "FILE", description = "The file to import, or the folder of Backlog.md.")
    Path file = Path.of("");

    @Override
    public Integer call() throws IOException {
        CairnCommand parent = Objects.requireNonNull(cairn);
        if (!Files.isRegularFile(file) && !Files.isDirectory(file)) {
            throw CommandFailed.noFile(file);
        }
        parent.requireForeign(file);
        String chosen = format == null ? ForeignFormat.of(file) : format;
        if (ForeignFormat.isSystem(chosen)) {
            return system(parent, chosen);
        }
        String project = parent.project(named);
        try (Session session = parent.session()) {
            if (create != null) {
                NewProjects.create(session.api(), project, create);
            }
            JsonNode report = send(parent, session.api(), project, chosen);
            parent.print(report, () -> show(parent, project, report));
        }
        return ExitCode.OK;
    }

    /** Only a project that is named takes what it has: of several, each gets its own. */
    private int system(CairnCommand parent, String chosen) throws IOException {
        Path archive = Files.createTempFile("cairn-import", ".zip");
        try (Session session = parent.session()) {
            if (named != null && create != null) {
                NewProjects.create(session.api(), named, create);
            }
            DatabaseArchive.pack(file, archive);
            JsonNode report = send(parent, session.api(), Operation.IMPORT_SYSTEM, named, chosen, archive);
            parent.print(report, () -> showSystem(parent, report));
        } finally {
            Files.deleteIfExists(archive);
        }
        return ExitCode.OK;
    }

    private JsonNode send(CairnCommand parent, CairnClient api, String project, String chosen) throws IOException {
        if (!Files.isDirectory(file)) {
            return send(parent, api, Operation.IMPORT_FILE, project, chosen, file);
        }
        Path archive = Files.createTempFile("cairn-import", ".zip");
        try {
            // Tasks before what is completed or archived: the first of an id keeps it.
            FolderArchive.pack(
                    ForeignFormat.backlog(file),
                    archive,
                    _ -> true,
                    FolderArchive::isMarkdown,
                    Comparator.reverseOrder());
            return send(parent, api, Operation.IMPORT_FILE, project, chosen, archive);
        } finally {
            Files.deleteIfExists(archive);
        }
    }

    private JsonNode send(
            CairnCommand parent,
            CairnClient api,
            Operation operation,
            @Nullable String project,
            String chosen,
            Path sent)
            throws IOException {
        try (ProgressBar progress = ProgressBar.on(parent, "Importing " + file.getFileName(), Files.size(sent))) {
            ImportFileQuery query = new ImportFileQuery().format(chosen).prune(prune);
            if (project != null) {
                query.project(project);
            }
            return api.calls()
                    .json(
                            operation,
                            source == null ? query.defaultSource(SourceName.of(file)) : query.source(source),
                            BodyPublishers.ofInputStream(() -> open(sent, progress)));
        }
    }

    private InputStream open(Path sent, ProgressBar progress) {
        try {
            return progress.counting(Files.newInputStream(sent));
        } catch (FileNotFoundException e) {
            throw CommandFailed.noFile(file);
        } catch (IOException e) {
            throw new CommandFailed(
                    CommandCode.FILE_UNREADABLE, "Cannot read %s: %s".formatted(file, e.getMessage()), null);
        }
    }

    private static void show(CairnCommand parent, String project, JsonNode report) {
        parent.out()
                .printf(
                        "%s: %d created, %d updated, %d unchanged, %d skipped%n",
                        project,
                        report.path("created").asInt(),
                        report.path("updated").asInt(),
                        report.path("unchanged").asInt(),
                        report.path("skipped").asInt());
        showProblems(parent, report.path("problems"));
    }

    private static void showSystem(CairnCommand parent, JsonNode report) {
        report.path("projects")
                .forEach(project -> show(
                        parent,
                        "%s (%s)%s"
                                .formatted(
                                        project.path("key").asText(),
                                        project.path("name").asText(),
                                        project.path("created").asBoolean() ? ", new" : ""),
                        project.path("report")));
        parent.out()
                .printf(
                        "%d providers and %d people created%n",
                        report.path("providers").asInt(), report.path("people").asInt());
        showProblems(parent, report.path("problems"));
    }

    private static void showProblems(CairnCommand parent, JsonNode problems) {
        for (int i = 0; i < Math.min(problems.size(), PROBLEMS_SHOWN); i++) {
            JsonNode problem = problems.get(i);
            String place = problem.has("line")
                    ? "line " + problem.path("line").asInt()
                    : problem.path("path").asText();
            parent.out()
                    .printf(
                            "  %s: %s (%s)%n",
                            place,
                            problem.path("message").asText(),
                            problem.path("code").asText());
        }
        if (problems.size() > PROBLEMS_SHOWN) {
            parent.out().printf("  … and %d more problems; --json lists all%n", problems.size() - PROBLEMS_SHOWN);
        }
    }
}
