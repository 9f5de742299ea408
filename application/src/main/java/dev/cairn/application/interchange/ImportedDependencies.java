package dev.cairn.application.interchange;

import dev.cairn.application.interchange.ImportedTicket.ImportedTask;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Removes dependencies between a ticket's tasks that point nowhere or close a cycle (R30). */
final class ImportedDependencies {
    private ImportedDependencies() {}

    static Map<String, List<String>> acyclic(ImportedTicket ticket, Set<String> tasks, List<ImportProblem> problems) {
        Map<String, List<String>> graph = new HashMap<>();
        for (ImportedTask task : ticket.tasks()) {
            for (String other : task.dependsOn()) {
                if (!tasks.contains(other)) {
                    problems.add(new ImportProblem(
                            task.place(),
                            "dangling",
                            "It depends on %s, which is not a task of the same ticket".formatted(other)));
                } else if (reaches(graph, other, task.externalId())) {
                    problems.add(new ImportProblem(
                            task.place(), "cycle", "Depending on %s closes a circle".formatted(other)));
                } else {
                    graph.computeIfAbsent(task.externalId(), _ -> new ArrayList<>())
                            .add(other);
                }
            }
        }
        return graph;
    }

    /** Whether a path leads from one node to the other; each node reaches itself. */
    static <T> boolean reaches(Map<T, List<T>> graph, T from, T target) {
        Deque<T> open = new ArrayDeque<>(List.of(from));
        Set<T> seen = new HashSet<>();
        while (!open.isEmpty()) {
            T at = open.pop();
            if (at.equals(target)) {
                return true;
            }
            if (seen.add(at)) {
                open.addAll(graph.getOrDefault(at, List.of()));
            }
        }
        return false;
    }
}
