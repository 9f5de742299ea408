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
        REAL {
            @Override
            Object parse(String text) {
                double number = Double.parseDouble(text);
                if (!Double.isFinite(number)) {
                    throw new IllegalArgumentException(text);
                }
                return number;
            }
        },
        TIME {
            @Override
            Object parse(String text) {
                Instant time = Instant.ofEpochMilli(Long.parseLong(text));
                if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
                    throw new IllegalArgumentException(text);
                }
                return time;
            }
        },
        TEXT {
            @Override
            Object parse(String text) {
                return text;
            }
        };

        /** A time that every engine's column of times can be compared with. */
        private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

        private static final Instant LATEST = Instant.parse("+20000-01-01T00:00:00Z");

        /** Answers the type of a column that holds values of a class. */
        static Type of(Class<?> type) {
            if (type == Instant.class) {
                return TIME;
            }
            if (type == double.class) {
                return REAL;
            }
            if (type == long.class || type == int.class || type == Integer.class) {
                return INTEGER;
            }
            if (type == String.class) {
                return TEXT;
            }
            throw new IllegalArgumentException("No list is sorted by a " + type.getName());
        }

        /** @throws IllegalArgumentException for what no row has */
        abstract Object parse(String text);
    }

    public static <V> SortField<V> integer(String column, Function<V, Object> value) {
        return new SortField<>(column, Type.INTEGER, value);
    }

    public static <V> SortField<V> time(String column, Function<V, Object> value) {
        return new SortField<>(column, Type.TIME, value);
    }

    String print(V shown) {
        Object cell = value.apply(shown);
        return cell instanceof Instant at ? String.valueOf(at.toEpochMilli()) : cell.toString();
    }
}
