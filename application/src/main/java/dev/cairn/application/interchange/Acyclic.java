package dev.cairn.application.interchange;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.ticket.Ticket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Selects edges of a graph so that they make no cycle. Only edges inside a strongly connected component can
 * be part of a cycle, so nearly all are taken without a search.
 */
final class Acyclic {
    /** The most edges of a component that are tried one by one; of a larger one, those that lead back on one walk are refused. */
    private static final int SEARCHED_MAX = 4_000;

    private final Map<Id<Ticket>, Integer> numbers = new HashMap<>();
    private final List<int[]> kept = new ArrayList<>();
    private final List<int[]> wanted = new ArrayList<>();
    private final Set<Long> refused = new HashSet<>();
    private List<List<Integer>> next = new ArrayList<>();

    /** Adds a stored edge; stored edges make no cycle. */
    void keep(Id<Ticket> from, Id<Ticket> to) {
        kept.add(new int[] {number(from), number(to)});
    }

    void add(Id<Ticket> from, Id<Ticket> to) {
        wanted.add(new int[] {number(from), number(to)});
    }

    /** Decides which edges are taken; call it once all edges were added. */
    void settle() {
        next = lists();
        kept.forEach(this::link);
        wanted.forEach(this::link);
        int[] component = components();
        Map<Integer, List<int[]>> inside = new HashMap<>();
        for (int[] edge : wanted) {
            if (component[edge[0]] == component[edge[1]]) {
                inside.computeIfAbsent(component[edge[0]], _ -> new ArrayList<>())
                        .add(edge);
            }
        }
        if (inside.isEmpty()) {
            return;
        }
        next = lists();
        kept.stream().filter(edge -> component[edge[0]] == component[edge[1]]).forEach(this::link);
        Set<Long> stored = new HashSet<>();
        kept.forEach(edge -> stored.add(key(edge)));
        inside.values().forEach(edges -> take(edges, stored));
        next = lists();
        kept.forEach(this::link);
        wanted.stream().filter(edge -> !refused.contains(key(edge))).forEach(this::link);
    }

    boolean accepted(Id<Ticket> from, Id<Ticket> to) {
        return !refused.contains(key(new int[] {number(from), number(to)}));
    }

    /** Returns a rank for each node, higher than those of all nodes that lead to it. */
    Map<Id<Ticket>, Integer> ranks() {
        int[] rank = ordered();
        Map<Id<Ticket>, Integer> ranks = new HashMap<>();
        numbers.forEach((id, number) -> ranks.put(id, rank[number]));
        return ranks;
    }

    private void take(List<int[]> edges, Set<Long> stored) {
        if (edges.size() > SEARCHED_MAX && cutBack(edges, stored)) {
            return;
        }
        int[] order = edges.size() > SEARCHED_MAX ? ordered() : new int[0];
        for (int[] edge : edges) {
            boolean circle = order.length > 0 ? order[edge[0]] > order[edge[1]] : reaches(edge[1], edge[0]);
            if (circle && !stored.contains(key(edge))) {
                refused.add(key(edge));
            } else {
                link(edge);
            }
        }
    }

    /** Refuses edges that lead back on a depth-first walk; when a stored one does, refuses none and returns false. */
    private boolean cutBack(List<int[]> edges, Set<Long> stored) {
        Map<Integer, List<Integer>> targets = new LinkedHashMap<>();
        for (int[] edge : edges) {
            targets.computeIfAbsent(edge[0], at -> new ArrayList<>(next.get(at)))
                    .add(edge[1]);
        }
        Set<Long> back = new HashSet<>();
        Map<Integer, Boolean> onPath = new HashMap<>();
        for (int root : targets.keySet()) {
            walk(root, targets, onPath, back);
        }
        boolean possible = back.stream().noneMatch(stored::contains);
        if (possible) {
            refused.addAll(back);
        }
        return possible;
    }

    private void walk(int root, Map<Integer, List<Integer>> targets, Map<Integer, Boolean> onPath, Set<Long> back) {
        Deque<int[]> path = new ArrayDeque<>();
        if (onPath.putIfAbsent(root, true) == null) {
            path.push(new int[] {root, 0});
        }
        while (!path.isEmpty()) {
            int[] at = path.peek();
            List<Integer> ahead = targets.getOrDefault(at[0], next.get(at[0]));
            if (at[1] == ahead.size()) {
                onPath.put(at[0], false);
                path.pop();
                continue;
            }
            int target = ahead.get(at[1]++);
            Boolean seen = onPath.putIfAbsent(target, true);
            if (seen == null) {
                path.push(new int[] {target, 0});
            } else if (seen) {
                back.add(key(new int[] {at[0], target}));
            }
        }
    }

    private boolean reaches(int from, int target) {
        Deque<Integer> open = new ArrayDeque<>(List.of(from));
        Set<Integer> seen = new HashSet<>();
        while (!open.isEmpty()) {
            int at = open.pop();
            if (at == target) {
                return true;
            }
            if (seen.add(at)) {
                open.addAll(next.get(at));
            }
        }
        return false;
    }

    /** Returns a topological order of the edges taken so far; equal nodes keep their order of arrival. */
    private int[] ordered() {
        int[] waits = new int[next.size()];
        next.forEach(targets -> targets.forEach(target -> waits[target]++));
        Deque<Integer> free = new ArrayDeque<>();
        for (int i = 0; i < waits.length; i++) {
            if (waits[i] == 0) {
                free.add(i);
            }
        }
        int[] place = new int[waits.length];
        int count = 0;
        while (!free.isEmpty()) {
            int at = free.remove();
            place[at] = count++;
            for (int target : next.get(at)) {
                if (--waits[target] == 0) {
                    free.add(target);
                }
            }
        }
        return place;
    }

    /** Finds strongly connected components by Tarjan's algorithm, without recursion because chains can be as long as files. */
    private int[] components() {
        int size = next.size();
        int[] component = new int[size];
        int[] index = new int[size];
        int[] low = new int[size];
        int[] step = new int[size];
        boolean[] open = new boolean[size];
        Arrays.fill(component, -1);
        Arrays.fill(index, -1);
        Deque<Integer> path = new ArrayDeque<>();
        Deque<Integer> stack = new ArrayDeque<>();
        int counter = 0;
        for (int root = 0; root < size; root++) {
            if (index[root] >= 0) {
                continue;
            }
            path.push(root);
            while (!path.isEmpty()) {
                int at = path.peek();
                if (index[at] < 0) {
                    index[at] = counter;
                    low[at] = counter++;
                    stack.push(at);
                    open[at] = true;
                }
                if (step[at] < next.get(at).size()) {
                    int target = next.get(at).get(step[at]++);
                    if (index[target] < 0) {
                        path.push(target);
                    } else if (open[target]) {
                        low[at] = Math.min(low[at], index[target]);
                    }
                    continue;
                }
                path.pop();
                if (low[at] == index[at]) {
                    close(at, stack, open, component);
                }
                if (!path.isEmpty()) {
                    low[path.peek()] = Math.min(low[path.peek()], low[at]);
                }
            }
        }
        return component;
    }

    private static void close(int root, Deque<Integer> stack, boolean[] open, int[] component) {
        int member;
        do {
            member = stack.pop();
            open[member] = false;
            component[member] = root;
        } while (member != root);
    }

    private void link(int[] edge) {
        next.get(edge[0]).add(edge[1]);
    }

    private List<List<Integer>> lists() {
        List<List<Integer>> lists = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            lists.add(new ArrayList<>(2));
        }
        return lists;
    }

    private int number(Id<Ticket> id) {
        return numbers.computeIfAbsent(id, _ -> numbers.size());
    }

    private static long key(int[] edge) {
        return (long) edge[0] << Integer.SIZE | edge[1];
    }
}
