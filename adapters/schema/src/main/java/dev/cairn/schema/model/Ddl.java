package dev.cairn.schema.model;

import dev.cairn.schema.Engine;
import java.util.ArrayList;
import java.util.List;

/** The statements that make an empty database fit a model, in an order in which they run. */
public final class Ddl {
    private Ddl() {}

    public static List<Definition> of(Model model, Engine engine) {
        List<Definition> definitions = new ArrayList<>();
        for (TableModel table : tables(model, engine)) {
            definitions.add(new Definition(table.name(), table.sql(engine)));
            for (IndexModel index : table.allIndexes()) {
                definitions.add(new Definition(index.name(), index.sql(table.name())));
            }
            if (table.search() != null && engine == Engine.POSTGRESQL) {
                String name = table.name() + "_search";
                definitions.add(
                        new Definition(name, "CREATE INDEX %s ON %s USING gin (search)".formatted(name, table.name())));
            }
        }
        model.views().forEach(view -> definitions.add(Definition.view(view.name(), view.query(), engine)));
        definitions.addAll(CountTemplate.of(model, engine));
        if (engine == Engine.SQLITE) {
            definitions.addAll(SearchTemplate.of(model));
        }
        model.words().forEach(words -> definitions.addAll(words.definitions(engine)));
        return definitions;
    }

    /** The tables of the rows, and those of the templates. */
    public static List<TableModel> tables(Model model, Engine engine) {
        List<TableModel> tables = new ArrayList<>(model.tables());
        if (engine == Engine.POSTGRESQL) {
            model.words().forEach(words -> tables.add(words.table()));
            return new Model(tables, List.of()).tables();
        }
        tables.addAll(CountTemplate.tables(model));
        tables.addAll(SearchTemplate.tables(model));
        return new Model(tables, List.of()).tables();
    }
}
