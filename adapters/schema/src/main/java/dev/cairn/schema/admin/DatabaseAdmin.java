package dev.cairn.schema.admin;

import dev.cairn.application.database.DatabaseAdministration;
import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.application.database.StorageException;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Wire;
import dev.cairn.schema.Engine;
import dev.cairn.schema.catalogue.Catalogue;
import dev.cairn.schema.catalogue.Catalogues;
import dev.cairn.schema.catalogue.Difference;
import dev.cairn.schema.generate.Drift;
import dev.cairn.schema.generate.Generation;
import dev.cairn.schema.migration.Applied;
import dev.cairn.schema.migration.Backups;
import dev.cairn.schema.migration.Damage;
import dev.cairn.schema.migration.Dumps;
import dev.cairn.schema.migration.Migrator;
import dev.cairn.schema.migration.Script;
import dev.cairn.schema.migration.Scripts;
import dev.cairn.schema.migration.Target;
import dev.cairn.schema.migration.Target.PostgresTarget;
import dev.cairn.schema.migration.Target.SqliteTarget;
import dev.cairn.schema.model.Entities;
import dev.cairn.schema.plan.Backfills;
import dev.cairn.schema.plan.Lint;
import dev.cairn.schema.plan.LintRule;
import dev.cairn.schema.plan.LintRule.Severity;
import dev.cairn.schema.plan.Plan;
import dev.cairn.schema.sql.SqlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The schema engine at work on one database. The caller ensures that no one else changes the database meanwhile. */
public final class DatabaseAdmin implements DatabaseAdministration {
    private final Target target;
    private final Scripts scripts;
    private final Clock clock;
    private final Function<Target, Verified> rules;
    private final String whenRestored;
    private final Path dumps;

    /**
     * @param rules asks the tables of a database at the newest schema whether they keep the rules of the product
     * @param whenRestored the statement that is run in a backup before it takes the place of the database
     * @param dumps the folder of a PostgreSQL database's backups; those of a file are beside it
     */
    public DatabaseAdmin(
            DatabaseOptions options, Clock clock, Function<Target, Verified> rules, String whenRestored, Path dumps) {
        this(Target.of(options), Scripts.builtIn(Engine.of(options)), clock, rules, whenRestored, dumps);
    }

    public DatabaseAdmin(
            Target target,
            Scripts scripts,
            Clock clock,
            Function<Target, Verified> rules,
            String whenRestored,
            Path dumps) {
        this.target = target;
        this.scripts = scripts;
        this.clock = clock;
        this.rules = rules;
        this.whenRestored = whenRestored;
        this.dumps = dumps;
    }

    @Override
    public Status status() {
        List<Applied> applied = exists() ? migrator().applied() : List.of();
        List<Migration> migrations = new ArrayList<>();
        for (Script script : scripts.all()) {
            migrations.add(applied.stream()
                    .filter(each -> each.version() == script.version())
                    .findFirst()
                    .map(each -> migration(each, script.checksum() == each.checksum() ? State.APPLIED : State.CHANGED))
                    .orElseGet(() -> new Migration(script.version(), script.file(), State.PENDING, null, null)));
        }
        applied.stream()
                .filter(each -> each.version() > scripts.newest())
                .forEach(each -> migrations.add(migration(each, State.UNKNOWN)));
        return new Status(target.name(), migrations);
    }

    private static Migration migration(Applied applied, State state) {
        return new Migration(applied.version(), applied.script(), state, applied.at(), applied.millis());
    }

    @Override
    public Examined examine() {
        requireThere();
        List<Symptom> symptoms = switch (target) {
            case SqliteTarget sqlite -> SqliteExamination.of(sqlite);
            case PostgresTarget postgres -> PostgresExamination.of(postgres, generation(scripts), clock);
        };
        return new Examined(target.name(), symptoms);
    }

    @Override
    public Check check() {
        List<String> damage = target instanceof SqliteTarget sqlite && exists() ? Damage.in(sqlite.file()) : List.of();
        if (!damage.isEmpty()) {
            return new Check(damage, List.of(), List.of());
        }
        List<String> problems = new ArrayList<>();
        List<String> statements = new ArrayList<>();
        try {
            Generation generation = generation(scripts);
            generation.change(List.of()).ifPresent(change -> {
                problems.add("The rows and the migrations do not agree; in a checkout, mvn -q -Pschema writes the"
                        + " migration that is missing");
                statements.addAll(change.up());
            });
            if (exists()) {
                compare(problems, statements);
            }
        } catch (SQLException e) {
            throw new StorageException("The schema cannot be checked: " + e.getMessage(), e);
        }
        return new Check(damage, problems, statements);
    }

    /** Compares the database with what its migrations make. */
    private void compare(List<String> problems, List<String> statements) throws SQLException {
        for (Migration migration : status().migrations()) {
            switch (migration.state()) {
                case CHANGED ->
                    problems.add("%s was edited after it had been applied: put it back as it was"
                            .formatted(migration.file()));
                case UNKNOWN ->
                    problems.add("%s was applied by a newer version of the program".formatted(migration.file()));
                case APPLIED, PENDING -> {}
            }
        }
        Scripts applied = scripts.upTo(Math.min(status().version(), scripts.newest()));
        try (Connection connection = target.open()) {
            Catalogue found = Catalogues.read(connection, target.engine());
            Difference difference = new Difference(found, generation(applied).migrated());
            if (!difference.isEmpty()) {
                problems.add("The database is not what its migrations make of it");
                statements.addAll(Plan.of(difference, Backfills.NONE));
            }
        }
    }

    @Override
    public Verified verify() {
        requireThere();
        if (!migrator().pending().isEmpty()) {
            throw new StorageException(
                    "%s is at an older schema, which has other rules: cairn db migrate first".formatted(target.name()));
        }
        return rules.apply(target);
    }

    @Override
    public List<Finding> lint(Map<String, String> severities) {
        Map<LintRule, Severity> chosen = severities(severities);
        try (Connection connection = exists() ? target.open() : null) {
            List<Finding> findings = new ArrayList<>();
            for (Script script : pending()) {
                Lint lint = new Lint(chosen, connection == null ? Lint.Rows.UNKNOWN : rows(connection));
                Difference difference = generation(scripts).differenceOf(script);
                lint.of(script.file(), difference, script.statements()).stream()
                        .map(found -> new Finding(
                                found.rule().id(),
                                found.isError(),
                                found.script(),
                                found.place(),
                                found.message(),
                                found.remedy()))
                        .forEach(findings::add);
            }
            return findings;
        } catch (SQLException e) {
            throw new StorageException("The migrations cannot be looked at: " + e.getMessage(), e);
        }
    }

    private static Map<LintRule, Severity> severities(Map<String, String> severities) {
        Map<LintRule, Severity> chosen = new EnumMap<>(LintRule.class);
        severities.forEach((rule, severity) -> chosen.put(
                LintRule.of(rule)
                        .orElseThrow(() -> unknown(
                                "rule", rule, Stream.of(LintRule.values()).map(LintRule::id))),
                Stream.of(Severity.values())
                        .filter(known -> Wire.of(known).equals(severity))
                        .findFirst()
                        .orElseThrow(() -> unknown(
                                "severity",
                                severity,
                                Stream.of(Severity.values()).map(Wire::of)))));
        return chosen;
    }

    private static Invalid unknown(String what, String given, Stream<String> known) {
        return Invalid.of(
                ErrorCode.INVALID,
                what,
                "There is no %s \"%s\", only %s".formatted(what, given, String.join(", ", known.toList())));
    }

    /** Tables and columns that a pending migration makes first have no rows. */
    private static Lint.Rows rows(Connection connection) {
        return (table, condition) -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table + " WHERE " + condition)) {
                return new Lint.Rows.Count(row.next() ? row.getLong(1) : 0);
            } catch (SQLException e) {
                return new Lint.Rows.Count(-1);
            }
        };
    }

    @Override
    public Migrated migrate(boolean dryRun, boolean acceptDrift) {
        List<Script> pending = exists() ? migrator().pending() : scripts.all();
        List<String> files = pending.stream().map(Script::file).toList();
        if (dryRun || pending.isEmpty()) {
            List<String> statements = dryRun
                    ? pending.stream()
                            .flatMap(script -> script.statements().stream())
                            .map(SqlText.Statement::sql)
                            .toList()
                    : List.of();
            return new Migrated(files, statements, null, null, List.of());
        }
        requireThere();
        Drift before = drift(target);
        if (!acceptDrift) {
            before.require("%s holds what its migrations did not make".formatted(target.name()));
        }
        Saved saved = saved();
        migrator().migrate();
        return new Migrated(files, List.of(), saved.file(), saved.reason(), before.goneIn(drift(target)));
    }

    /**
     * A backup that was made before the schema changes.
     *
     * @param reason why there is none
     */
    private record Saved(@Nullable String file, @Nullable String reason) {}

    /** Makes a backup; on PostgreSQL the reason why there is none, where its programs are missing or nothing was in it. */
    private Saved saved() {
        if (target instanceof PostgresTarget postgres) {
            Optional<String> hindrance = migrator().applied().isEmpty()
                    ? Optional.of("there was nothing in it yet")
                    : new Dumps(postgres, dumps, clock).hindrance();
            if (hindrance.isPresent()) {
                return new Saved(null, hindrance.get());
            }
        }
        return new Saved(backup(Progress.NONE).file(), null);
    }

    @Override
    public Rehearsed rehearse(boolean acceptDrift) {
        requireThere();
        Drift drift = drift(target);
        if (!acceptDrift) {
            drift.require("%s holds what its migrations did not make".formatted(target.name()));
        }
        Backups backups = copies().orElseThrow(DatabaseAdmin::noCopy);
        return backups.onCopy(copy -> {
            try {
                List<Script> pending = migrator().pending();
                Migrator rehearsal = new Migrator(new SqliteTarget(copy), scripts);
                Map<String, Long> before = rehearsal.counts();
                long bytes = Files.size(copy);
                long started = System.nanoTime();
                rehearsal.migrate();
                long millis = (System.nanoTime() - started) / 1_000_000;
                Backups.check(copy);
                Map<String, Long> after = rehearsal.counts();
                Map<String, String> changed = new TreeMap<>();
                before.forEach((table, rows) -> {
                    if (!rows.equals(after.get(table))) {
                        changed.put(table, rows + " → " + (after.containsKey(table) ? after.get(table) : "gone"));
                    }
                });
                after.forEach((table, rows) -> {
                    if (!before.containsKey(table)) {
                        changed.put(table, "new → " + rows);
                    }
                });
                return new Rehearsed(
                        pending.stream().map(Script::file).toList(),
                        millis,
                        bytes,
                        Files.size(copy),
                        changed,
                        drift.goneIn(drift(new SqliteTarget(copy))));
            } catch (IOException | SQLException e) {
                throw new StorageException("The rehearsal failed: " + e.getMessage(), e);
            }
        });
    }

    @Override
    public Migrated rollback(int version, boolean acceptNoBackup) {
        requireThere();
        if (migrator().back(version).isEmpty()) {
            return new Migrated(List.of(), List.of(), null, null, List.of());
        }
        if (target instanceof PostgresTarget postgres) {
            new Dumps(postgres, dumps, clock).requireUnused();
        }
        Saved saved = saved();
        if (saved.file() == null && !acceptNoBackup) {
            throw new StorageException(
                    "Nothing is taken back, as no backup can be made before: %s. --accept-no-backup goes on without one"
                            .formatted(saved.reason()));
        }
        List<Script> back = migrator().rollback(version, clock.instant(), saved.file());
        List<String> files = back.stream().map(Script::backFile).toList();
        return new Migrated(files, List.of(), saved.file(), saved.reason(), List.of());
    }

    @Override
    public Backup backup(Progress progress) {
        requireThere();
        Backups.Backup saved = switch (target) {
            case SqliteTarget sqlite -> new Backups(sqlite.file(), clock).create();
            case PostgresTarget postgres -> new Dumps(postgres, dumps, clock).create(progress);
        };
        return new Backup(saved.file().toString(), saved.version(), saved.bytes(), saved.sha256());
    }

    @Override
    public Optional<List<KeptBackup>> backups() {
        return copies().map(Backups::kept);
    }

    @Override
    public Restored restore(Path named, boolean acceptDrift, Progress progress) {
        return new Restoring(target, scripts, clock, whenRestored, dumps, this::drift)
                .restore(named, acceptDrift, progress);
    }

    /** Answers the drift; on PostgreSQL nothing is made anew, so that nothing foreign is lost. */
    private Drift drift(Target database) {
        return switch (database) {
            case SqliteTarget sqlite -> {
                try (Connection connection = Damage.reading(sqlite.file())) {
                    yield Drift.of(connection, scripts);
                } catch (SQLException e) {
                    throw new StorageException(
                            "The schema of %s cannot be read: %s".formatted(sqlite.file(), e.getMessage()), e);
                }
            }
            case PostgresTarget _ -> new Drift(List.of());
        };
    }

    private List<Script> pending() {
        return exists() ? migrator().pending() : scripts.all();
    }

    private Migrator migrator() {
        return new Migrator(target, scripts);
    }

    private Generation generation(Scripts some) {
        return new Generation(Entities.model(), some, target::open);
    }

    private Optional<Backups> copies() {
        return target instanceof SqliteTarget sqlite
                ? Optional.of(new Backups(sqlite.file(), clock))
                : Optional.empty();
    }

    private boolean exists() {
        return !(target instanceof SqliteTarget sqlite) || Files.exists(sqlite.file());
    }

    private void requireThere() {
        if (!exists()) {
            throw new StorageException("There is no database %s yet: cairn serve makes it".formatted(target.name()));
        }
    }

    private static StorageException noCopy() {
        return new StorageException(
                "A PostgreSQL database is not rehearsed on: restore a backup into another database, and migrate that");
    }
}
