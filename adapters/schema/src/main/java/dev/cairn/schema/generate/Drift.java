package dev.cairn.schema.generate;

import dev.cairn.application.database.DriftRefused;
import dev.cairn.schema.catalogue.Catalogue;
import dev.cairn.schema.catalogue.Catalogue.DbObject;
import dev.cairn.schema.catalogue.Catalogues;
import dev.cairn.schema.catalogue.Difference;
import dev.cairn.schema.catalogue.Difference.TableChange;
import dev.cairn.schema.catalogue.Scratch;
import dev.cairn.schema.migration.Applied;
import dev.cairn.schema.migration.Scripts;
import dev.cairn.schema.model.Entities;
import dev.cairn.schema.sql.SqlText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The objects of a SQLite database that its migrations did not make, and those that it lacks. A migration that rebuilds a
 * table would silently drop the foreign ones that depend on it (S3).
 *
 * @param found each difference in words
 */
public record Drift(List<String> found) {
    public Drift {
        found = List.copyOf(found);
    }

    /** @param scripts those that the program knows; the database may have fewer */
    public static Drift of(Connection connection, Scripts scripts) throws SQLException {
        return of(connection, scripts, Drift::noOther);
    }

    /** @param source other connections to PostgreSQL, in which the migrations are tried */
    public static Drift of(Connection connection, Scripts scripts, Scratch.Source source) throws SQLException {
        int version =
                Applied.in(connection).stream().mapToInt(Applied::version).max().orElse(0);
        Scripts applied = scripts.upTo(Math.min(version, scripts.newest()));
        Catalogue expected = new Generation(Entities.model(), applied, source).migrated();
        return new Drift(words(new Difference(Catalogues.read(connection, scripts.engine()), expected)));
    }

    private static Connection noOther() throws SQLException {
        throw new SQLException("SQLite is tried in memory");
    }

    /** @throws DriftRefused with the list, when there is any */
    public Drift require(String what) {
        if (!found.isEmpty()) {
            throw new DriftRefused(what, found);
        }
        return this;
    }

    /** Answers the tables and views that no migration made. */
    public Drift foreign() {
        return new Drift(found.stream()
                .filter(each -> each.startsWith("foreign table") || each.startsWith("foreign view"))
                .toList());
    }

    /** Returns the foreign objects that the later drift no longer has. */
    public List<String> goneIn(Drift later) {
        return found.stream()
                .filter(each -> each.startsWith("foreign ") && !later.found.contains(each))
                .toList();
    }

    private static List<String> words(Difference difference) {
        List<String> words = new ArrayList<>();
        difference.dropped().forEach(table -> words.add("foreign table " + table.name()));
        difference.created().forEach(table -> words.add("missing table " + table.name()));
        difference.altered().forEach(change -> ofTable(change, words));
        ofObjects(difference, words);
        return words;
    }

    private static void ofTable(TableChange change, List<String> words) {
        String table = change.to().name();
        change.dropped().forEach(column -> words.add("foreign column %s.%s".formatted(table, column.name())));
        change.added().forEach(column -> words.add("missing column %s.%s".formatted(table, column.name())));
        change.changed()
                .forEach(both -> words.add(
                        "changed column %s.%s".formatted(table, both.to().name())));
        change.droppedConstraints()
                .forEach(rule -> words.add("foreign rule of %s: %s".formatted(table, rule.definition())));
        change.addedConstraints()
                .forEach(rule -> words.add("missing rule of %s: %s".formatted(table, rule.definition())));
        if (change.keyChanged() || change.optionsChanged()) {
            words.add("changed table " + table);
        }
        change.droppedIndexes()
                .forEach(index -> words.add((change.to().indexes().containsKey(index.name()) ? "changed" : "foreign")
                        + " index %s on %s".formatted(index.name(), table)));
        change.addedIndexes().stream()
                .filter(index -> !change.from().indexes().containsKey(index.name()))
                .forEach(index -> words.add("missing index %s on %s".formatted(index.name(), table)));
    }

    private static void ofObjects(Difference difference, List<String> words) {
        for (DbObject object : difference.from().objects().values()) {
            Optional<DbObject> expected =
                    Optional.ofNullable(difference.to().objects().get(object.name()));
            if (expected.isEmpty()) {
                words.add("foreign " + named(object) + on(object, difference.from()));
            } else if (!expected.get().definition().equals(object.definition())) {
                words.add("changed " + named(object));
            }
        }
        difference.to().objects().values().stream()
                .filter(object -> !difference.from().objects().containsKey(object.name()))
                .forEach(object -> words.add("missing " + named(object)));
    }

    private static String named(DbObject object) {
        return "%s %s".formatted(object.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '), object.name());
    }

    /** Answers of a trigger which tables it speaks of. */
    private static String on(DbObject object, Catalogue catalogue) {
        if (object.kind() != Catalogue.Kind.TRIGGER) {
            return "";
        }
        return catalogue.tables().keySet().stream()
                .filter(table -> SqlText.mentions(object.sql(), table))
                .findFirst()
                .map(table -> " on " + table)
                .orElse("");
    }
}
