package dev.cairn.persistence.schema.model;

import dev.cairn.persistence.schema.Dialect;

/**
 * One statement that defines something.
 *
 * @param table of an index or a trigger: what it belongs to; otherwise its own name
 */
public record Definition(Kind kind, String name, String table, String sql) {
    /** What can be defined. */
    public enum Kind {
        TABLE,
        INDEX,
        VIEW,
        VIRTUAL_TABLE,
        TRIGGER
    }

    /** On one line for SQLite: drizzle-kit, among others, reads no view of more. */
    static Definition view(String name, String query, Dialect dialect) {
        String text = switch (dialect) {
            case SQLITE -> " AS " + query.strip().replaceAll("\\s+", " ");
            case POSTGRESQL -> " AS\n" + query;
        };
        return new Definition(Kind.VIEW, name, name, "CREATE VIEW " + name + text);
    }

    static Definition trigger(String name, String table, String head, String body) {
        return new Definition(
                Kind.TRIGGER,
                name,
                table,
                "CREATE TRIGGER %s %s BEGIN\n%sEND"
                        .formatted(name, head, body.strip().indent(4)));
    }
}
