package dev.cairn.cli;

import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cairn.application.database.DatabaseAdministration;
import dev.cairn.application.database.DatabaseAdministration.Check;
import dev.cairn.application.database.DatabaseAdministration.Examined;
import dev.cairn.application.database.DatabaseAdministration.Finding;
import dev.cairn.application.database.DatabaseAdministration.Migrated;
import dev.cairn.application.database.DatabaseAdministration.Progress;
import dev.cairn.application.database.DatabaseAdministration.Symptom;
import dev.cairn.application.database.DatabaseAdministration.Verified;
import dev.cairn.domain.kernel.Wire;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks after the database. */
@Command(
        name = "db",
        description = "Look after the database: its schema, its migrations, its backups.",
        footer = {
            "",
            "Examples:",
            "  cairn db status              what is applied, and what is pending",
            "  cairn db doctor              whether the engine has what Cairn needs",
            "  cairn db verify              whether the tables keep the rules",
            "  cairn db rehearse            try what is pending on a copy",
            "  cairn db backup              save the database while it is in use",
            "  cairn db restore FILE        put a backup back"
        })
final class DbCommand extends Subcommand implements Runnable {
    private static final String ACCEPT_DRIFT = "--accept-drift";
    private static final String ACCEPTED = "Go on when the database holds what Cairn did not make; name what is lost.";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE).build();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public void run() {
        parent().say(Objects.requireNonNull(spec).commandLine().getUsageMessage());
    }

    @Command(
            name = "generate",
            description = "Write the next migration from the rows (in a checkout of Cairn, by Maven).")
    @SuppressWarnings("DoNotCallSuggester") // picocli calls it, and whoever types it reads why it is not here
    int generate() {
        throw CommandFailed.usage("migrations are written from the source of the rows, in a checkout:"
                + " mvn -q -Pschema -Dmigration=NAME");
    }

    @Command(name = "status", description = "Show which migrations are applied, pending or changed.")
    int status() {
        DatabaseAdministration.Status status = existing().status();
        print(status, out -> {
            out.printf("%s is at schema %d%n", status.database(), status.version());
            status.migrations()
                    .forEach(migration -> out.printf(
                            "  %-8s %s%s%n",
                            Wire.of(migration.state()),
                            migration.file(),
                            migration.at() == null
                                    ? ""
                                    : "  (%s, %s ms)".formatted(migration.at(), migration.millis())));
        });
        return status.migrations().stream().allMatch(DbCommand::isOurs) ? ExitCode.OK : ExitCode.DRIFT;
    }

    private static boolean isOurs(DatabaseAdministration.Migration migration) {
        return switch (migration.state()) {
            case APPLIED, PENDING -> true;
            case CHANGED, UNKNOWN -> false;
        };
    }

    @Command(
            name = "doctor",
            description =
                    "Look whether the engine has what Cairn needs, and what makes it slower; an error exits with 6.")
    int doctor() {
        Examined examined = existing().examine();
        print(examined, out -> {
            out.println(examined.database());
            for (Symptom symptom : examined.symptoms()) {
                out.printf("  %-7s  %s: %s%n", Wire.of(symptom.verdict()), symptom.name(), symptom.found());
                if (symptom.remedy() != null) {
                    out.println("           " + symptom.remedy());
                }
            }
        });
        return examined.isFit() ? ExitCode.OK : ExitCode.DRIFT;
    }

    @Command(
            name = "check",
            description =
                    "Look for damage (exits with 1), then compare rows, migrations and database; print what would mend a"
                            + " difference, and exit with 6.")
    int check() {
        Check check = existing().check();
        print(check, out -> {
            if (check.isSound()) {
                out.println("Rows, migrations and database agree");
            }
            check.damage().forEach(found -> out.println("damaged: " + found));
            if (!check.damage().isEmpty()) {
                out.println("Put a backup back (cairn db restore FILE), or export what can still be read");
            }
            check.problems().forEach(out::println);
            check.statements().forEach(statement -> out.println(statement + ";"));
        });
        if (!check.damage().isEmpty()) {
            return ExitCode.ERROR;
        }
        return check.isSound() ? ExitCode.OK : ExitCode.DRIFT;
    }

    @Command(
            name = "verify",
            description =
                    "Ask the tables whether queue, tickets and projects keep their rules; a row that breaks one is named, and exits with 6.")
    int verify() {
        Verified verified = existing().verify();
        print(verified, out -> {
            if (verified.isSound()) {
                out.printf("The tables keep all %d rules%n", verified.invariants());
            }
            verified.contradictions()
                    .forEach(found -> out.printf(
                            "%s %s %s (%s, %s)%n",
                            found.kind(), found.id(), found.words(), found.rule(), found.invariant()));
        });
        return verified.isSound() ? ExitCode.OK : ExitCode.DRIFT;
    }

    @Command(
            name = "lint",
            description = "Say what is dangerous in the migrations that are pending; an error exits with 1.")
    int lint(
            @Option(
                            names = "--severity",
                            paramLabel = "RULE=off|warning|error",
                            description = "How much a rule matters; may be given several times.")
                    @Nullable
                    Map<String, String> severities) {
        List<Finding> findings = existing().lint(severities == null ? Map.of() : severities);
        print(findings, out -> {
            if (findings.isEmpty()) {
                out.println("Nothing dangerous is pending");
            }
            findings.forEach(found -> out.printf(
                    "%s: %s [%s] %s: %s. %s%n",
                    found.file(),
                    found.error() ? "error" : "warning",
                    found.rule(),
                    found.place(),
                    found.message(),
                    found.remedy()));
        });
        return findings.stream().anyMatch(Finding::error) ? ExitCode.ERROR : ExitCode.OK;
    }

    @Command(
            name = "migrate",
            description =
                    "Bring the database to the newest schema, after a backup; on PostgreSQL, where pg_dump is missing, without one. (The"
                            + " server does so when it starts, on PostgreSQL without one.)")
    int migrate(
            @Option(names = "--dry-run", description = "Print the statements only.") boolean dryRun,
            @Option(names = ACCEPT_DRIFT, description = ACCEPTED) boolean acceptDrift) {
        Migrated migrated = (dryRun ? database() : existing()).migrate(dryRun, acceptDrift);
        print(migrated, out -> {
            if (migrated.files().isEmpty()) {
                out.println("The database is at the newest schema");
            }
            saved(out, migrated);
            migrated.lost().forEach(lost -> out.println("lost: " + lost));
            migrated.files().forEach(file -> out.println((dryRun ? "would apply " : "applied ") + file));
            migrated.statements().forEach(statement -> out.println(statement + ";"));
        });
        return ExitCode.OK;
    }

    @Command(name = "rehearse", description = "Try what is pending on a copy of the database: time, rows, integrity.")
    int rehearse(@Option(names = ACCEPT_DRIFT, description = ACCEPTED) boolean acceptDrift) {
        DatabaseAdministration.Rehearsed rehearsed = existing().rehearse(acceptDrift);
        print(rehearsed, out -> {
            if (rehearsed.files().isEmpty()) {
                out.println("Nothing is pending; the copy is sound");
                return;
            }
            out.printf(
                    "%s: %d ms, from %,d to %,d bytes; the copy is sound%n",
                    String.join(", ", rehearsed.files()),
                    rehearsed.millis(),
                    rehearsed.bytesBefore(),
                    rehearsed.bytesAfter());
            rehearsed.lost().forEach(lost -> out.println("  would be lost: " + lost));
            rehearsed.rows().forEach((table, rows) -> out.printf("  %s: %s rows%n", table, rows));
        });
        return ExitCode.OK;
    }

    @Command(
            name = "rollback",
            description =
                    "Take back migrations, after a backup; then start the version of Cairn that fits. No server may use the database.")
    int rollback(
            @Option(
                            names = "--to",
                            paramLabel = "VERSION",
                            description = "The schema to go back to (default: the one before).")
                    @Nullable
                    Integer to,
            @Option(
                            names = "--accept-no-backup",
                            description = "Go on where no backup can be made: on PostgreSQL, where pg_dump is missing.")
                    boolean acceptNoBackup) {
        DatabaseAdministration database = existing();
        Migrated back = database.rollback(to == null ? database.status().version() - 1 : to, acceptNoBackup);
        print(back, out -> {
            if (back.files().isEmpty()) {
                out.println("There is nothing to take back");
            }
            saved(out, back);
            back.files().forEach(file -> out.println("ran " + file));
        });
        return ExitCode.OK;
    }

    @Command(
            name = "backup",
            description = "Copy the database, also while it is in use; the newest ten copies are kept.")
    int backup() {
        DatabaseAdministration.Backup backup = following("Saving", existing()::backup);
        print(
                backup,
                out -> out.printf(
                        "%s (%,d bytes, schema %d)%nSHA-256 %s%n",
                        backup.file(), backup.bytes(), backup.version(), backup.sha256()));
        return ExitCode.OK;
    }

    @Command(
            name = "restore",
            description =
                    "Put a backup in the place of the database; what is there is saved before. No server may use it.")
    int restore(
            @Parameters(paramLabel = "FILE", description = "The backup.") Path file,
            @Option(
                            names = ACCEPT_DRIFT,
                            description = "Also when it holds tables, indexes or triggers that Cairn did not make.")
                    boolean acceptDrift) {
        DatabaseAdministration.Restored restored =
                following("Restoring", progress -> database().restore(file, acceptDrift, progress));
        print(restored, out -> {
            restored.drift().forEach(found -> out.println("holds: " + found));
            out.println(restored.file() + " is restored");
            saved(out, restored.saved());
        });
        return ExitCode.OK;
    }

    /** Shows how far something is. */
    private <T> T following(String what, Function<Progress, T> work) {
        try (ProgressBar bar = ProgressBar.on(parent(), what, 1)) {
            return work.apply(bar::at);
        }
    }

    private static void saved(PrintWriter out, Migrated migrated) {
        saved(out, migrated.backup());
        if (migrated.unsaved() != null) {
            out.println("No backup was made: " + migrated.unsaved());
        }
    }

    private static void saved(PrintWriter out, @Nullable String backup) {
        if (backup != null) {
            out.println("What was there is saved as " + backup);
        }
    }

    /** Prints a result as text. */
    private interface Text {
        void on(PrintWriter out);
    }

    private void print(Object result, Text text) {
        parent().print(JSON.valueToTree(result), () -> text.on(parent().out()));
    }

    /** @throws CommandFailed {@code 3} when there is none: nothing is made by looking */
    private DatabaseAdministration existing() {
        parent().requireData();
        return database();
    }

    private DatabaseAdministration database() {
        if (parent().url != null) {
            throw CommandFailed.usage(
                    "cairn db works on the database itself, on the machine that has it: leave out --url");
        }
        return parent().servers().database(parent().dataDirectory());
    }
}
