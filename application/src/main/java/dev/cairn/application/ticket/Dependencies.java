package dev.cairn.application.ticket;

import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.ticket.Task;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks that tasks depend only on tasks of the same ticket, and without a cycle (R30). */
final class Dependencies {
    private Dependencies() {}

    static void check(List<Task> siblings, Task changed) {
        Map<Id<Task>, List<Id<Task>>> graph = new HashMap<>();
        siblings.forEach(task -> graph.put(task.id(), task.content().dependsOn()));
        graph.put(changed.id(), changed.content().dependsOn());
        List<Id<Task>> dependencies = changed.content().dependsOn();
        for (Id<Task> dependency : dependencies) {
            if (!graph.containsKey(dependency)) {
                throw Invalid.of(
                        ErrorCode.UNKNOWN_VALUE,
                        "dependsOn/" + dependencies.indexOf(dependency),
                        "%s is not a task of the same ticket".formatted(dependency));
            }
        }
        if (reaches(graph, dependencies, changed.id(), new HashSet<>())) {
            throw new Conflict(ErrorCode.DEPENDENCY_CYCLE, "The task would wait for itself");
        }
    }

    private static boolean reaches(
            Map<Id<Task>, List<Id<Task>>> graph, List<Id<Task>> from, Id<Task> target, Set<Id<Task>> seen) {
        for (Id<Task> next : from) {
            if (next.equals(target)
                    || (seen.add(next) && reaches(graph, graph.getOrDefault(next, List.of()), target, seen))) {
                return true;
            }
        }
        return false;
    }
}
