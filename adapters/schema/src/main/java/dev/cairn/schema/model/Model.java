package dev.cairn.schema.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Everything that a database has to have; tables stand after those they refer to, and by name where they are free to. */
public record Model(List<TableModel> tables, List<ViewModel> views, List<WordTable> words) {
    public Model {
        tables = ordered(tables);
        views = views.stream().sorted(Comparator.comparing(ViewModel::name)).toList();
        words = List.copyOf(words);
        for (TableModel table : tables) {
            for (String parent : table.parents()) {
                if (tables.stream().noneMatch(other -> other.name().equals(parent))) {
                    throw new IllegalArgumentException(table.name() + " refers to " + parent + ", which no row keeps");
                }
            }
        }
    }

    /** Creates a model without word indexes. */
    public Model(List<TableModel> tables, List<ViewModel> views) {
        this(tables, views, List.of());
    }

    public static Model of(TableModel... tables) {
        return new Model(List.of(tables), List.of());
    }

    public Optional<TableModel> table(String name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    private static List<TableModel> ordered(List<TableModel> tables) {
        List<TableModel> waiting = new ArrayList<>(tables);
        waiting.sort(Comparator.comparing(TableModel::name));
        List<TableModel> ordered = new ArrayList<>();
        Set<String> known = new LinkedHashSet<>();
        while (!waiting.isEmpty()) {
            TableModel next = waiting.stream()
                    .filter(table ->
                            waiting.stream().noneMatch(other -> table.parents().contains(other.name())))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("Tables refer to each other in a circle: "
                            + waiting.stream().map(TableModel::name).toList()));
            waiting.remove(next);
            if (!known.add(next.name())) {
                throw new IllegalArgumentException("There are two tables " + next.name());
            }
            ordered.add(next);
        }
        return List.copyOf(ordered);
    }
}
