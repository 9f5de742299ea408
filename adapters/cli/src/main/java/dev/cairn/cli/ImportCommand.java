package dev.cairn.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.client.Bodies.ImportFileQuery;
import dev.cairn.client.Bodies.PurgeQuery;
import dev.cairn.client.CairnClient;
import dev.cairn.client.Operation;
import dev.cairn.client.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
            "  gh issue list --state all --limit 10000 --json number,title,body,state |",
            "    cairn import --project DEMO --format github -",
            "Problems that do not stop the import leave the exit code at 0."
        })
final class ImportCommand extends Subcommand implements Callable<Integer> {
    private static final int PROBLEMS_SHOWN = 20;

    @Option(
            names = "--project",
            paramLabel = "KEY",
            description =
                    "The project's key or id (default: CAIRN_PROJECT, or .cairn.toml; of promptliano and projectwiz, each project gets its own).")
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

    @Parameters(
            paramLabel = "FILE",
            description = "The file to import, or the folder of Backlog.md; - is the standard input.")
    Path file = Path.of("");

    @Override
    public Integer call() throws IOException {
        CairnCommand parent = parent();
        String chosen = ImportFile.isStdin(file) ? named(format) : formatOf(parent);
        // Only a project that is named takes what a system has: of several, each gets its own.
        boolean system = ForeignFormat.isSystem(chosen);
        String project = system ? named : parent.project(named);
        try (Session session = system || create != null ? parent.firstSession() : parent.session();
                ImportFile sent = ImportFile.of(file, chosen)) {
            CairnClient api = session.api();
            boolean made = project != null && create != null && NewProjects.create(api, project, create);
            JsonNode report;
            try {
                report = send(
                        parent,
                        api,
                        system ? Operation.IMPORT_SYSTEM : Operation.IMPORT_FILE,
                        query(project, chosen),
                        sent);
            } catch (ProblemException refused) {
                if (made && refused.status() < 500) { // else it may have been imported
                    api.deleteProject(String.valueOf(project), new PurgeQuery().purge(true));
                }
                throw refused;
            }
            parent.print(report, () -> {
                if (system) {
                    showSystem(parent, report);
                } else {
                    show(parent, String.valueOf(project), report);
                }
            });
        }
        return ExitCode.OK;
    }

    private static String named(@Nullable String format) {
        if (format == null) {
            throw CommandFailed.usage(
                    "Name the format of what comes from the standard input: --format " + ForeignFormat.NAMES);
        }
        return ForeignFormat.known(format);
    }

    /** Opens nothing of Cairn's own: closing it would drop locks of a server. */
    private String formatOf(CairnCommand parent) throws IOException {
        if (!Files.isRegularFile(file) && !Files.isDirectory(file)) {
            throw CommandFailed.noFile(file);
        }
        parent.requireForeign(file);
        String chosen = format == null ? ForeignFormat.of(file) : ForeignFormat.known(format);
        if (Files.isDirectory(file) && !ForeignFormat.isFolder(chosen)) {
            throw CommandFailed.noFile(file);
        }
        return chosen;
    }

    private ImportFileQuery query(@Nullable String project, String chosen) {
        ImportFileQuery query = new ImportFileQuery().format(chosen).prune(prune);
        if (project != null) {
            query.project(project);
        }
        return source == null ? query.defaultSource(SourceName.of(file)) : query.source(source);
    }

    private JsonNode send(
            CairnCommand parent, CairnClient api, Operation operation, ImportFileQuery query, ImportFile sent) {
        try (ProgressBar progress = ProgressBar.on(parent, "Importing " + file.getFileName(), sent.size())) {
            return api.calls().json(operation, query, sent.body(progress));
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
                        "%d providers created or updated, %d people created%n",
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
