package dev.cairn.persistence.kernel;

import java.time.Instant;
import java.util.function.Function;

/**
 * A column that lists can be sorted by; it is never null.
 *
 * @param type how its values are written in a cursor
 * @param value reads the column's value from what the list shows
 */
public record SortField<V>(String column, Type type, Function<V, Object> value) {
    /** The types that sorted columns have. */
    public enum Type {
        INTEGER {
            @Override
            Object parse(String text) {
                return Long.parseLong(text);
            }
        },
        TIME {
            @Override
            Object parse(String text) {
                return Instant.ofEpochMilli(Long.parseLong(text));
            }
        },
        TEXT {
            @Override
            Object parse(String text) {
                return text;
            }
        };

        abstract Object parse(String text);
    }

    public static <V> SortField<V> integer(String column, Function<V, Object> value) {
        return new SortField<>(column, Type.INTEGER, value);
    }

    public static <V> SortField<V> time(String column, Function<V, Object> value) {
        return new SortField<>(column, Type.TIME, value);
    }

    public static <V> SortField<V> text(String column, Function<V, Object> value) {
        return new SortField<>(column, Type.TEXT, value);
    }

    String print(V shown) {
        Object cell = value.apply(shown);
        return cell instanceof Instant at ? String.valueOf(at.toEpochMilli()) : cell.toString();
    }
}
