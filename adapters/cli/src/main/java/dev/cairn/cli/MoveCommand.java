package dev.cairn.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.application.database.DatabaseMove;
import dev.cairn.application.database.DatabaseMove.Aborted;
import dev.cairn.application.database.DatabaseMove.Moved;
import dev.cairn.application.database.DatabaseMove.Progress;
import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.domain.kernel.Wire;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Moves everything to another database. */
@Command(
        name = "move",
        description = {
            "Move everything to another, empty database: from a file to PostgreSQL, back, or to one of the same kind.",
            "Meanwhile, and afterwards, the database here only reads, also while servers run on it. A move that was"
                    + " interrupted goes on where it was when it is started again."
        },
        footer = {
            "",
            "Examples:",
            "  cairn move --to postgresql://cairn@db.example.com/cairn",
            "  CAIRN_DATABASE_URL=postgresql://cairn@db.example.com/cairn \\",
            "    cairn move --to /srv/cairn/cairn.db",
            "  cairn move --abort           the database here is written again",
            "The password of the new database may stand in CAIRN_MOVE_PASSWORD, or in the file that",
            "CAIRN_MOVE_PASSWORD_FILE names."
        })
final class MoveCommand extends Subcommand implements Callable<Integer> {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE).build();
    private static final long SAID_NANOS = TimeUnit.SECONDS.toNanos(2);

    @Option(
            names = "--to",
            paramLabel = "URL",
            description = "The new database: an address of PostgreSQL, or a file that is not there yet.")
    @Nullable
    String to;

    @Option(
            names = "--abort",
            description = "Let the database here be written again; what was brought elsewhere stays.")
    boolean abort;

    private long said = System.nanoTime();

    @Override
    public Integer call() {
        CairnCommand parent = parent();
        if (parent.url != null) {
            throw CommandFailed.usage(
                    "cairn move works on the database itself, on the machine that has it: leave out --url");
        }
        if (abort == (to != null)) {
            throw CommandFailed.usage("Say where to (--to URL), or that it is to end (--abort)");
        }
        parent.requireData();
        DatabaseMove move = parent.servers().move(parent.dataDirectory());
        if (to == null) {
            Aborted aborted = move.abort();
            parent.print(JSON.valueToTree(aborted), () -> show(parent.out(), aborted));
        } else {
            DatabaseOptions target = parent.servers().named(to);
            Moved moved = move.move(target, progress -> say(parent, progress));
            Path data = parent.dataDirectory();
            parent.print(json(moved, data), () -> show(parent.out(), moved, data));
        }
        return ExitCode.OK;
    }

    /** Tells a person on the standard error how far it is, and a program line by line. */
    private void say(CairnCommand parent, Progress progress) {
        long now = System.nanoTime();
        if (parent.quiet || now - said < SAID_NANOS) {
            return;
        }
        said = now;
        if (parent.json) {
            ObjectNode line = JSON.valueToTree(progress);
            parent.err().println(line.put("secondsLeft", progress.secondsLeft()));
        } else {
            parent.err()
                    .printf(
                            "%s %s: %,d of %,d%s%n",
                            Wire.of(progress.step()),
                            progress.what(),
                            progress.done(),
                            progress.total(),
                            progress.perSecond() == 0
                                    ? ""
                                    : ", %,d per second, %d s left"
                                            .formatted(progress.perSecond(), progress.secondsLeft()));
        }
    }

    private static JsonNode json(Moved moved, Path data) {
        ObjectNode json = JSON.valueToTree(moved);
        json.put("rows", moved.rows());
        ArrayNode files = json.putArray("files");
        files(data).forEach(file -> files.add(file.toString()));
        return json;
    }

    /** Returns the files that belong to the data but are in no database: the master key and the token. */
    private static Stream<Path> files(Path data) {
        return Stream.of("master.key", "token").map(data::resolve).filter(Files::exists);
    }

    private static void show(PrintWriter out, Moved moved, Path data) {
        out.printf(
                "Moved %,d rows in %d s%s%n  from %s%n  to   %s%n",
                moved.rows(),
                TimeUnit.MILLISECONDS.toSeconds(moved.millis()),
                moved.resumed() > 0 ? " (%,d were there already)".formatted(moved.resumed()) : "",
                moved.from(),
                moved.to());
        out.printf(
                "All %d tables have the same rows on both sides, by their counts and sums%n",
                moved.tables().size());
        if (moved.contradictions() > 0) {
            out.printf("%d rows break a rule, there as here: cairn db verify names them%n", moved.contradictions());
        }
        out.println(
                "The old database is kept, and is only read from now on; cairn move --abort lets it be written again");
        out.println("Start servers on the new one now. What is in no database, each needs in its own data directory:");
        files(data).forEach(file -> out.println("  " + file + meaning(file)));
        out.println("  and CAIRN_MASTER_KEY, where that is set. Words in files of projects are found again once each"
                + " project's folder was indexed there.");
    }

    private static String meaning(Path file) {
        return file.endsWith("master.key")
                ? "  without it no secret of a provider can be opened"
                : "  or people use a new one";
    }

    private static void show(PrintWriter out, Aborted aborted) {
        if (!aborted.wasMoving()) {
            out.printf("%s is not being moved%n", aborted.from());
            return;
        }
        out.printf("%s is written again%n", aborted.from());
        out.println(
                aborted.wasDone()
                        ? "Everything had been moved: from now on there are two databases, and each goes its own way"
                        : "What was brought elsewhere is no use any more: the next move to that place begins anew");
    }
}
