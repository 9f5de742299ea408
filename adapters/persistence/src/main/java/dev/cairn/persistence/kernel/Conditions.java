package dev.cairn.persistence.kernel;

import dev.cairn.domain.kernel.Archived;
import dev.cairn.persistence.jdbc.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds a WHERE clause from constant fragments, with the values bound to its marks. */
public final class Conditions {
    private final List<String> fragments = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();

    public Conditions and(String fragment, @Nullable Object... bound) {
        fragments.add(fragment);
        values.addAll(java.util.Arrays.asList(bound));
        return this;
    }

    /** Adds that the column equals the value, where there is one. */
    public Conditions equal(String column, @Nullable Object value) {
        return value == null ? this : and(column + " = ?", value);
    }

    /** Adds that the column has one of the values; none means any. */
    public Conditions oneOf(String column, Collection<?> some) {
        return some.isEmpty() ? this : and(column + " IN (" + Sql.marks(some.size()) + ")", some.toArray());
    }

    public Conditions archived(String column, Archived archived) {
        return switch (archived) {
            case NO -> and(column + " IS NULL");
            case YES -> and(column + " IS NOT NULL");
            case ANY -> this;
        };
    }

    /** Writes the text as a LIKE pattern in which it matches itself; use with {@code ESCAPE '!'}. */
    public static String contains(String text) {
        return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    public String sql() {
        return fragments.isEmpty() ? "" : " WHERE " + String.join(" AND ", fragments);
    }

    /** Writes the conditions as what goes on after others. */
    public String more() {
        return fragments.isEmpty() ? "" : " AND " + String.join(" AND ", fragments);
    }

    public List<@Nullable Object> values() {
        return values;
    }

    Conditions copy() {
        Conditions copy = new Conditions();
        copy.fragments.addAll(fragments);
        copy.values.addAll(values);
        return copy;
    }
}
