package dev.cairn.schema.plan;

import dev.cairn.schema.catalogue.Catalogue.Column;
import dev.cairn.schema.catalogue.Catalogue.Constraint;
import dev.cairn.schema.catalogue.Catalogue.Index;
import dev.cairn.schema.catalogue.Catalogue.Table;
import dev.cairn.schema.catalogue.Difference;
import dev.cairn.schema.catalogue.Difference.ColumnChange;
import dev.cairn.schema.catalogue.Difference.TableChange;
import dev.cairn.schema.plan.LintRule.Severity;
import dev.cairn.schema.sql.SqlText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the dangers of a migration (S5). */
public final class Lint {
    private static final long LARGE = 100_000;

    /** Types that hold every value of another, as the engine casts it: SQLite writes 15 digits of a REAL, which has 53 bits. */
    private static final Map<String, Set<String>> WIDER = Map.of(
            "INTEGER", Set.of("TEXT"),
            "integer", Set.of("bigint", "double precision", "text COLLATE \"C\""),
            "bigint", Set.of("text COLLATE \"C\""),
            "double precision", Set.of("text COLLATE \"C\""),
            "json", Set.of("text COLLATE \"C\""),
            "boolean", Set.of("integer", "text COLLATE \"C\""));

    private final Map<LintRule, Severity> severities;
    private final Rows rows;

    /** Knows how many rows a table of the database has that is to be migrated. */
    public interface Rows {
        /** Assumes that tables may have rows, and that none is large. */
        Rows UNKNOWN = (_, _) -> Count.UNKNOWN;

        /** Returns the number of a table's rows that fulfil a condition. */
        Count count(String table, String condition);

        /** A number of rows, or -1 when it is unknown. */
        record Count(long rows) {
            static final Count UNKNOWN = new Count(-1);

            boolean mayBeMore() {
                return rows != 0;
            }

            boolean isKnown() {
                return rows >= 0;
            }
        }
    }

    public Lint(Map<LintRule, Severity> severities, Rows rows) {
        this.severities = Map.copyOf(severities);
        this.rows = rows;
    }

    /** Looks with the usual severities at a migration of a database about which nothing is known. */
    public static Lint usual() {
        return new Lint(Map.of(), Rows.UNKNOWN);
    }

    /**
     * Returns the dangers of a migration, the worst first.
     *
     * @param script its file
     * @param difference between the schema before, its renames done, and the schema after it
     */
    public List<Finding> of(String script, Difference difference, List<SqlText.Statement> statements) {
        Findings findings = new Findings(script);
        for (Table table : difference.dropped()) {
            if (rows.count(table.name(), "1 = 1").mayBeMore()) {
                findings.add(
                        LintRule.DROP_TABLE,
                        table.name(),
                        "the table goes with its rows",
                        "Declare a rename with @RenamedFrom if it only has another name; else export what is worth keeping");
            }
        }
        difference.altered().forEach(change -> altered(findings, change, statements));
        difference.created().forEach(table -> keys(findings, table));
        new RollingLint(difference, findings::add).look(Renames.in(statements));
        return findings.found();
    }

    private void altered(Findings findings, TableChange change, List<SqlText.Statement> statements) {
        String table = change.to().name();
        for (Column column : change.dropped()) {
            if (column.generated() == null
                    && rows.count(table, column.name() + " IS NOT NULL").mayBeMore()) {
                findings.add(
                        LintRule.DROP_COLUMN,
                        table + "." + column.name(),
                        "the column goes with its values",
                        "Declare a rename with @RenamedFrom if it only has another name");
                findings.add(
                        LintRule.IRREVERSIBLE,
                        table + "." + column.name(),
                        "the way back makes an empty column",
                        "Keep the backup that is made before the migration");
            }
        }
        for (ColumnChange column : change.changed()) {
            retyped(findings, table, column);
            if (column.from().nullable() && !column.to().nullable()) {
                required(findings, table, column.to(), column.to().name() + " IS NULL", statements);
            }
        }
        for (Column column : change.added()) {
            if (!column.nullable() && column.generated() == null) {
                required(findings, table, column, "1 = 1", statements);
            }
        }
        for (Index index : change.addedIndexes()) {
            if (index.isUnique()) {
                unique(findings, table, index.name());
            }
        }
        List<String> key = change.to().primaryKey();
        List<String> keyBefore = change.from().primaryKey();
        if (!key.isEmpty() && (keyBefore.isEmpty() || !key.containsAll(keyBefore))) {
            unique(findings, table, "the key (" + String.join(", ", key) + ")");
        }
        constraints(findings, change);
        rebuilt(findings, table, statements);
        keys(findings, change.to());
    }

    private void unique(Findings findings, String table, String what) {
        if (rows.count(table, "1 = 1").mayBeMore()) {
            findings.add(
                    LintRule.UNIQUE_OVER_ROWS,
                    table,
                    what + " fails when rows are alike in what it holds",
                    "Look for such rows first: cairn db rehearse tries it on a copy");
        }
    }

    private static void retyped(Findings findings, String table, ColumnChange column) {
        String from = column.from().type();
        String to = column.to().type();
        if (!from.equals(to) && !WIDER.getOrDefault(from, Set.of()).contains(to)) {
            findings.add(
                    LintRule.NARROW_TYPE,
                    table + "." + column.to().name(),
                    "%s does not hold every %s".formatted(to, from),
                    "Say with @Backfill what becomes of each value, and look at a rehearsal");
        }
    }

    private void required(
            Findings findings, String table, Column column, String empty, List<SqlText.Statement> statements) {
        boolean filled = statements.stream()
                .filter(statement -> {
                    String verb = statement.tokens().getFirst().text();
                    return verb.equalsIgnoreCase("INSERT") || verb.equalsIgnoreCase("UPDATE");
                })
                .anyMatch(statement -> fills(statement, table, column));
        if (column.initial() == null && !filled && rows.count(table, empty).mayBeMore()) {
            findings.add(
                    LintRule.REQUIRED_WITHOUT_VALUE,
                    table + "." + column.name(),
                    "rows that are there have no value for it",
                    "Give it a @Default or a @Backfill, or make it @Nullable");
        }
    }

    /** A plain copy of a column fills nothing, nor does one that is cast. */
    private static boolean fills(SqlText.Statement statement, String table, Column column) {
        if (!SqlText.mentions(statement.sql(), table) || !SqlText.mentions(statement.sql(), column.name())) {
            return false;
        }
        String[] sides = statement.sql().split("\nSELECT ", 2);
        if (sides.length < 2) {
            return true;
        }
        List<String> names = SqlText.parts(SqlText.bracketed(sides[0]));
        List<String> values = SqlText.parts(sides[1].split("\n  FROM ", 2)[0]);
        int at = names.indexOf(column.name());
        return at >= 0
                && !values.get(at).equals(column.name())
                && !values.get(at).equals(SqlitePlan.cast(column));
    }

    private void constraints(Findings findings, TableChange change) {
        String table = change.to().name();
        for (Constraint constraint : change.addedConstraints()) {
            boolean ofNewColumns = change.added().stream()
                    .anyMatch(column -> SqlText.mentions(constraint.definition(), column.name()));
            if (!ofNewColumns && rows.count(table, broken(constraint)).mayBeMore()) {
                findings.add(
                        LintRule.CONSTRAINT_OVER_ROWS,
                        table,
                        "rows that are there may break " + constraint.definition(),
                        "Say with @Backfill what such rows get: cairn db rehearse tries it on a copy");
            }
        }
    }

    private static String broken(Constraint constraint) {
        return constraint.definition().startsWith("CHECK (")
                ? "NOT (" + SqlText.bracketed(constraint.definition()) + ")"
                : "1 = 1";
    }

    private void rebuilt(Findings findings, String table, List<SqlText.Statement> statements) {
        boolean rebuilt = statements.stream()
                .anyMatch(statement -> SqlText.normal(statement.sql()).equals("drop table " + table));
        Rows.Count count = rows.count(table, "1 = 1");
        if (rebuilt && count.isKnown() && count.rows() >= LARGE) {
            findings.add(
                    LintRule.REBUILD_LARGE_TABLE,
                    table,
                    "%,d rows are written anew, while nobody can write".formatted(count.rows()),
                    "cairn db rehearse says how long it takes and how much space");
        }
    }

    private static void keys(Findings findings, Table table) {
        for (Constraint constraint : table.constraints()) {
            if (constraint.isForeignKey()) {
                String column = SqlText.parts(SqlText.bracketed(constraint.definition()))
                        .getFirst();
                boolean covered = table.primaryKey().indexOf(column) == 0
                        || table.indexes().values().stream()
                                .anyMatch(index -> SqlText.parts(SqlText.bracketed(index.definition()))
                                        .getFirst()
                                        .split(" ", 2)[0]
                                        .equals(column));
                if (!covered) {
                    findings.add(
                            LintRule.FOREIGN_KEY_WITHOUT_INDEX,
                            table.name() + "." + column,
                            "no index starts with the foreign key",
                            "Generate the migration again: the engine adds one");
                }
            }
        }
    }

    /** Gathers findings that are not switched off. */
    private final class Findings {
        private final String script;
        private final List<Finding> all = new ArrayList<>();

        Findings(String script) {
            this.script = script;
        }

        void add(LintRule rule, String place, String message, String remedy) {
            Severity severity = severities.getOrDefault(rule, rule.usualSeverity());
            if (severity != Severity.OFF) {
                all.add(new Finding(rule, severity, script, place, message, remedy));
            }
        }

        List<Finding> found() {
            all.sort(Comparator.comparing(Finding::severity).reversed());
            return List.copyOf(all);
        }
    }
}
