package dev.cairn.persistence.verify;

import dev.cairn.persistence.verify.Verification.Pair;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds cycles among edges in linear time; a recursive query would be quadratic in a long chain. */
final class Cycles {
    private Cycles() {}

    /** Answers the edges on cycles, or on a way from one to another; at most this many. */
    static List<Pair> among(List<Pair> edges, int max) {
        List<Pair> reached = withoutBeginnings(edges);
        return reversed(withoutBeginnings(reversed(reached))).stream()
                .limit(max)
                .toList();
    }

    /** Takes away every edge from a node that nothing leads to, until there is no such node. */
    private static List<Pair> withoutBeginnings(List<Pair> edges) {
        Map<Long, List<Long>> next = new HashMap<>();
        Map<Long, Integer> leadingTo = new HashMap<>();
        for (Pair edge : edges) {
            next.computeIfAbsent(edge.id(), _ -> new ArrayList<>()).add(edge.other());
            leadingTo.merge(edge.other(), 1, Integer::sum);
            leadingTo.putIfAbsent(edge.id(), 0);
        }
        Deque<Long> beginnings = new ArrayDeque<>();
        leadingTo.forEach((node, count) -> {
            if (count == 0) {
                beginnings.add(node);
            }
        });
        while (!beginnings.isEmpty()) {
            Long node = beginnings.remove();
            leadingTo.remove(node);
            for (Long other : next.getOrDefault(node, List.of())) {
                if (leadingTo.merge(other, -1, Integer::sum) == 0) {
                    beginnings.add(other);
                }
            }
        }
        return edges.stream().filter(edge -> leadingTo.containsKey(edge.id())).toList();
    }

    private static List<Pair> reversed(List<Pair> edges) {
        return edges.stream().map(edge -> new Pair(edge.other(), edge.id())).toList();
    }
}
