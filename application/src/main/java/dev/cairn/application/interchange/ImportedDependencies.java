package dev.cairn.application.interchange;

import dev.cairn.application.interchange.ImportedTicket.ImportedTask;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The dependencies between a ticket's tasks, without those that point nowhere or close a circle (R30). */
final class ImportedDependencies {
    private ImportedDependencies() {}

    static Map<String, List<String>> acyclic(ImportedTicket ticket, Set<String> tasks, ImportRun run) {
        Map<String, List<String>> graph = new HashMap<>();
        for (ImportedTask task : ticket.tasks()) {
            for (String other : task.dependsOn()) {
                if (!tasks.contains(other)) {
                    run.problem(new ImportProblem(
                            task.place(),
                            "dangling",
                            "It depends on %s, which is not a task of the same ticket".formatted(other)));
                } else if (other.equals(task.externalId())
                        || reaches(graph, other, task.externalId(), new HashSet<>())) {
                    run.problem(new ImportProblem(
                            task.place(), "cycle", "Depending on %s closes a circle".formatted(other)));
                } else {
                    graph.computeIfAbsent(task.externalId(), _ -> new ArrayList<>())
                            .add(other);
                }
            }
        }
        return graph;
    }

    private static boolean reaches(Map<String, List<String>> graph, String from, String target, Set<String> seen) {
        for (String next : graph.getOrDefault(from, List.of())) {
            if (next.equals(target) || (seen.add(next) && reaches(graph, next, target, seen))) {
                return true;
            }
        }
        return false;
    }
}
