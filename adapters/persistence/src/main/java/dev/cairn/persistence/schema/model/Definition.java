package dev.cairn.persistence.schema.model;

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

    static Definition view(String name, String query) {
        return new Definition(Kind.VIEW, name, name, "CREATE VIEW " + name + " AS\n" + query);
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
