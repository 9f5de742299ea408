package dev.cairn.interchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.interchange.Problems.Code;
import dev.cairn.sqlite.ForeignDatabase;
import dev.cairn.sqlite.ForeignDatabase.Where;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The tables of another system's database, a row as the fields of a {@link Source}; untaken fields are left in it.
 *
 * @param system what it is, for a refusal
 */
record SystemTables(ForeignDatabase database, String system) {
    /** Refuses a database without these tables. */
    void require(List<String> tables) {
        List<String> missing = tables.stream().filter(table -> !has(table)).toList();
        if (!missing.isEmpty()) {
            throw Problems.notOfFormat(system, "a database without the tables " + String.join(", ", missing));
        }
    }

    boolean has(String table) {
        return database.tables().containsKey(table);
    }

    boolean has(String table, String column) {
        return database.tables().getOrDefault(table, List.of()).contains(column);
    }

    /** Makes rows of a table quick to find by a column, if there are such. */
    void index(String table, String column) {
        database.index(table, column);
    }

    /** Names the tables that have rows and are not among these. */
    void nameOthers(Set<String> known, Problems problems) {
        for (String table : database.tables().keySet()) {
            long rows = known.contains(table) ? 0 : database.count(table, Where.ALL);
            if (rows > 0) {
                problems.report(
                        Problems.oneLine(table),
                        Code.NOT_CARRIED_OVER,
                        Problems.oneLine("The table %s has no place in Cairn: %d rows".formatted(table, rows)));
            }
        }
    }

    /** Reports how many rows refer to missing rows. */
    void nameDangling(String table, String column, String other, Problems problems) {
        long rows = database.count(table, Where.dangling(column, other));
        if (rows > 0) {
            problems.report(
                    table, Code.DANGLING, "%d rows left out: their %s is not in %s".formatted(rows, column, other));
        }
    }

    long count(String table, Where where) {
        return database.count(table, where);
    }

    /**
     * Goes through rows of a table.
     *
     * @param order columns, as far as there are such
     * @param sink gets the id, which is taken from the fields, and {@code table/id} as the place
     */
    void rows(String table, Where where, List<String> order, Problems problems, BiConsumer<String, Source> sink) {
        database.rows(table, where, order, row -> {
            ObjectNode fields = JsonNodeFactory.instance.objectNode();
            row.values().forEach((name, cell) -> {
                if (cell != null) {
                    fields.set(name, node(cell));
                }
            });
            JsonNode id = fields.remove("id");
            String place = Problems.oneLine("%s/%s".formatted(table, id == null ? "?" : id.asText()));
            row.tooLarge()
                    .forEach(name -> problems.report(
                            place,
                            Code.NOT_CARRIED_OVER,
                            "%s: it has more than %d bytes".formatted(name, ForeignDatabase.COLUMN_BYTES_MAX)));
            sink.accept(id == null ? "" : id.asText(), new Source(place, fields, problems));
        });
    }

    /** Rows whose column names this one by its id. */
    static Where of(String column, String id) {
        boolean number = id.matches("-?[0-9]{1,18}");
        return number ? Where.is(column, Long.valueOf(id)) : Where.is(column, id);
    }

    /** An id that is not given to another row when this one is deleted: SQLite does so. */
    static String lasting(String id, Source row) {
        String created = row.rest().path("created_at").asText("");
        return ForeignId.of(created.isEmpty() ? id : id + "@" + created);
    }

    /** The value of a column that holds JSON as a text; the text itself when it is none. */
    static @Nullable JsonNode json(Source source, String column) {
        JsonNode value = source.rest().get(column);
        if (value == null || !value.isTextual()) {
            return value;
        }
        try {
            Entry entry = EntryReader.line(value.textValue().getBytes(StandardCharsets.UTF_8), EntryReader.DEPTH_MAX);
            if (entry.fault() == null) {
                source.rest().set(column, entry.tree());
                return entry.tree();
            }
        } catch (JsonProcessingException e) {
            // Said below: the text stays.
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        source.report(Code.MALFORMED, "%s: it is not JSON; kept as a text".formatted(column));
        return value;
    }

    private static JsonNode node(Object cell) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (cell) {
            case Long number -> nodes.numberNode(number);
            case Double number ->
                Double.isFinite(number)
                        ? nodes.numberNode(BigDecimal.valueOf(number))
                        : nodes.textNode(String.valueOf(number));
            case byte[] bytes -> nodes.textNode("base64:" + Base64.getEncoder().encodeToString(bytes));
            default -> nodes.textNode(EntryReader.clean(cell.toString()));
        };
    }
}
