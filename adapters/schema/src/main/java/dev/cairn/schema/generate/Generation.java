package dev.cairn.schema.generate;

import dev.cairn.schema.catalogue.Catalogue;
import dev.cairn.schema.catalogue.Difference;
import dev.cairn.schema.catalogue.Scratch;
import dev.cairn.schema.migration.Script;
import dev.cairn.schema.migration.Scripts;
import dev.cairn.schema.model.Model;
import dev.cairn.schema.plan.Backfills;
import dev.cairn.schema.plan.Plan;
import dev.cairn.schema.plan.Renames;
import dev.cairn.schema.sql.SqlText;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The next migration of one engine: what leads from the result of all migrations to the rows, and back. It is tried before it is
 * handed out: applied it gives the model, taken back what was there.
 *
 * @param source connections to PostgreSQL; SQLite needs none
 */
public record Generation(Model model, Scripts scripts, Scratch.Source source) {
    /** The difference of a migration and its statements, forwards and back. */
    public record Change(Difference difference, List<String> up, List<String> down) {}

    /** Returns the change from the migrations to the rows; empty when they agree. */
    public Optional<Change> change(List<Renames.Rename> declared) throws SQLException {
        Catalogue before;
        Catalogue renamed;
        Renames renames;
        try (Scratch scratch = migratedScratch()) {
            before = scratch.catalogue();
            renames = Renames.of(model).and(declared).applicable(before);
            renamed = after(scratch, before, renames);
        }
        Catalogue after;
        Catalogue renamedBack;
        try (Scratch scratch = scratch()) {
            scratch.make(model);
            after = scratch.catalogue();
            renamedBack = after(scratch, after, renames.back());
        }
        Difference forward = new Difference(renamed, after);
        if (renames.all().isEmpty() && forward.isEmpty()) {
            return Optional.empty();
        }
        List<String> up = new ArrayList<>(renames.statements(scripts.engine()));
        up.addAll(Plan.of(forward, Backfills.of(model)));
        List<String> down = new ArrayList<>(renames.back().statements(scripts.engine()));
        down.addAll(Plan.of(new Difference(renamedBack, before), Backfills.NONE));
        prove(before, after, up, down);
        return Optional.of(new Change(forward, up, down));
    }

    private Catalogue after(Scratch scratch, Catalogue now, Renames renames) throws SQLException {
        if (renames.all().isEmpty()) {
            return now;
        }
        runAll(scratch, renames.statements(scripts.engine()));
        return scratch.catalogue();
    }

    /** Makes the next migration, when there is something to migrate. */
    public Optional<Script> next(String name, List<Renames.Rename> declared) throws SQLException {
        return change(declared).map(change -> script(name, change));
    }

    /** Makes the change the next migration. */
    public Script script(String name, Change change) {
        int version = scripts.newest() + 1;
        return new Script(
                version,
                name,
                text("-- V%d: generated from the rows; U%d takes it back.".formatted(version, version), change.up()),
                text("-- U%d: takes back V%d.".formatted(version, version), change.down()));
    }

    /** Returns the difference that one migration makes, its renames done. */
    public Difference differenceOf(Script script) throws SQLException {
        Generation until = new Generation(model, scripts.upTo(script.version()), source);
        Generation before = new Generation(model, scripts.upTo(script.version() - 1), source);
        Catalogue after = until.migrated(); // one scratch at a time: on PostgreSQL a second would wait for the first
        try (Scratch scratch = before.migratedScratch()) {
            runAll(scratch, Renames.in(script.statements()).statements(scripts.engine()));
            return new Difference(scratch.catalogue(), after);
        }
    }

    /** Returns the catalogue that all migrations make. */
    public Catalogue migrated() throws SQLException {
        try (Scratch scratch = migratedScratch()) {
            return scratch.catalogue();
        }
    }

    private void prove(Catalogue before, Catalogue after, List<String> up, List<String> down) throws SQLException {
        try (Scratch scratch = migratedScratch()) {
            runAll(scratch, up);
            require("The migration", new Difference(scratch.catalogue(), after));
            runAll(scratch, down);
            require("The way back", new Difference(scratch.catalogue(), before));
        }
    }

    private static void require(String what, Difference rest) {
        if (!rest.isEmpty()) {
            throw new IllegalStateException("%s would leave a difference: %s"
                    .formatted(what, String.join(";\n", Plan.of(rest, Backfills.NONE))));
        }
    }

    private Scratch scratch() throws SQLException {
        return Scratch.open(scripts.engine(), source);
    }

    private Scratch migratedScratch() throws SQLException {
        Scratch scratch = scratch();
        for (Script script : scripts.all()) {
            scratch.run(script.statements());
        }
        return scratch;
    }

    private static void runAll(Scratch scratch, List<String> statements) throws SQLException {
        for (String statement : statements) {
            scratch.run(SqlText.statements(statement));
        }
    }

    static String text(String head, List<String> statements) {
        StringBuilder text = new StringBuilder(head + "\n");
        statements.forEach(statement -> text.append('\n').append(statement).append(";\n"));
        return text.toString();
    }
}
