package dev.cairn.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.client.Bodies.FolderIndexIndexing;
import dev.cairn.client.Bodies.ProjectFields;
import dev.cairn.client.Calls;
import dev.cairn.client.Operation;
import dev.cairn.client.ProblemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has a project's folder indexed, and waits until it is. */
@Command(
        name = "index",
        description = "Index the folder of a project: what changed in it since the last time.",
        footer = {
            "",
            "Examples:",
            "  cairn index --project DEMO .",
            "  cairn index --full",
            "Ctrl-C ends the run; what was indexed by then stays."
        })
final class IndexCommand extends Subcommand implements Callable<Integer> {
    private static final Duration ASKED_EVERY = Duration.ofMillis(150);
    private static final int PROBLEMS_SHOWN = 20;

    @Option(
            names = "--project",
            paramLabel = "KEY",
            description = "The project's key or id (default: CAIRN_PROJECT, or .cairn.toml).")
    @Nullable
    String named;

    @Option(names = "--full", description = "Read all files again, also those whose size and time did not change.")
    boolean full;

    @Parameters(
            arity = "0..1",
            paramLabel = "FOLDER",
            description = "Make this the project's folder first (default: the one it has).")
    @Nullable
    Path folder;

    @Override
    public Integer call() {
        CairnCommand parent = parent();
        String project = parent.project(named);
        try (Session session = parent.session()) {
            if (folder != null) {
                String path = folder.toAbsolutePath().normalize().toString();
                session.api().updateProject(project, new ProjectFields().localPath(path));
            }
            JsonNode job =
                    session.calls().json(Operation.START_INDEX, null, new FolderIndexIndexing().full(full), project);
            JsonNode ended = await(parent, session.calls(), job);
            parent.print(ended, () -> show(parent, project, ended));
            return switch (ended.path("status").asText()) {
                case "completed" -> ExitCode.OK;
                default -> ExitCode.ERROR;
            };
        }
    }

    /** Asks how far it is until it has ended; a command that is stopped ends it. */
    private static JsonNode await(CairnCommand parent, Calls calls, JsonNode begun) {
        String id = begun.path("id").asText();
        Thread cancel = new Thread(() -> cancel(calls, id), "cairn-cancel");
        Runtime.getRuntime().addShutdownHook(cancel);
        try (ProgressBar progress = ProgressBar.on(parent, "Indexing", 1)) {
            JsonNode job = begun;
            while (job.path("finishedAt").isNull()) {
                LockSupport.parkNanos(ASKED_EVERY.toNanos());
                job = calls.json(Operation.GET_JOB, null, null, id);
                JsonNode report = job.path("report");
                progress.at(report.path("done").asLong(), report.path("total").asLong());
            }
            return job;
        } finally {
            unhook(cancel);
        }
    }

    private static void unhook(Thread cancel) {
        try {
            Runtime.getRuntime().removeShutdownHook(cancel);
        } catch (IllegalStateException _) {
            // The process ends: the hook runs.
        }
    }

    private static void cancel(Calls calls, String id) {
        try {
            calls.json(Operation.CANCEL_JOB, null, null, id);
        } catch (ProblemException _) {
            // The job has ended by itself.
        }
    }

    private static void show(CairnCommand parent, String project, JsonNode job) {
        JsonNode report = job.path("report");
        parent.out()
                .printf(
                        "%s: %d created, %d updated, %d moved, %d deleted, %d unchanged%n",
                        project,
                        report.path("created").asInt(),
                        report.path("updated").asInt(),
                        report.path("moved").asInt(),
                        report.path("deleted").asInt(),
                        report.path("unchanged").asInt());
        int leftOut = report.path("tooLarge").asInt()
                + report.path("binary").asInt()
                + report.path("secret").asInt();
        if (leftOut > 0) {
            parent.out()
                    .printf(
                            "  left out: %d too large, %d binary, %d secret%n",
                            report.path("tooLarge").asInt(),
                            report.path("binary").asInt(),
                            report.path("secret").asInt());
        }
        JsonNode problems = report.path("problems");
        for (int i = 0; i < Math.min(problems.size(), PROBLEMS_SHOWN); i++) {
            JsonNode problem = problems.get(i);
            parent.out()
                    .printf(
                            "  %s (%s)%n",
                            problem.path("path").asText(), problem.path("kind").asText());
        }
        int more = report.path("problemCount").asInt() - Math.min(problems.size(), PROBLEMS_SHOWN);
        if (more > 0) {
            parent.out().printf("  … and %d more problems%n", more);
        }
        if (!job.path("status").asText().equals("completed")) {
            parent.err()
                    .printf(
                            "The run %s%s%n",
                            job.path("status").asText(),
                            job.path("error").isNull()
                                    ? ""
                                    : ": " + job.path("error").asText());
        }
    }
}
