package dev.cairn.schema.model;

import dev.cairn.schema.Engine;

/** A statement that defines an object. */
public record Definition(String name, String sql) {
    /** Defines a view; on one line for SQLite, since drizzle-kit, among others, reads no longer ones. */
    static Definition view(String name, String query, Engine engine) {
        String text = switch (engine) {
            case SQLITE -> " AS " + query.strip().replaceAll("\\s+", " ");
            case POSTGRESQL -> " AS\n" + query;
        };
        return new Definition(name, "CREATE VIEW " + name + text);
    }

    static Definition trigger(String name, String head, String body) {
        return new Definition(
                name,
                "CREATE TRIGGER %s %s BEGIN\n%sEND"
                        .formatted(name, head, body.strip().indent(4)));
    }
}
