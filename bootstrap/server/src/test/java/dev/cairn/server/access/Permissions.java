package dev.cairn.server.access;

import dev.cairn.domain.access.Right;
import dev.cairn.domain.kernel.Wire;
import dev.cairn.domain.user.Scope;
import dev.cairn.http.HttpSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the matrices say about who may call a route, for its description. */
final class Permissions {
    private Permissions() {}

    /**
     * Nothing where anybody may call it.
     *
     * @param route as in {@code GET /api/v1/projects}
     */
    static Map<String, Object> of(String route) {
        String name = route.replace(HttpSettings.BASE, "");
        Map<String, Object> access = new LinkedHashMap<>();
        if (PeopleMatrix.OPEN.stream().anyMatch(open -> open.call().route().equals(name))) {
            return access;
        }
        inProject(name, access);
        spanning(name, access);
        Object[] callers = PeopleMatrix.rows().stream()
                .filter(row -> row.call().route().equals(name))
                .flatMap(row -> Stream.of(Person.values()).filter(person -> row.status(person) < 300))
                .map(Permissions::kind)
                .distinct()
                .sorted()
                .toArray();
        if (callers.length > 0) {
            access.put("callers", List.of(callers));
        }
        if (access.isEmpty()) {
            access.put("callers", List.of(name.contains("browser-session") ? "local token" : "anybody with a token"));
        }
        return access;
    }

    /** Name their project in the query. */
    private static final Set<String> IN_QUERY = Set.of("POST /imports", "POST /prompts/import", "GET /prompts/export");

    private static void inProject(String name, Map<String, Object> access) {
        TreeSet<Right> rights = new TreeSet<>();
        AccessMatrix.inProjects()
                .filter(entry -> entry.call().route().equals(name))
                .filter(entry -> entry.call().template().contains("{") || IN_QUERY.contains(name))
                .forEach(entry -> {
                    if (rights.add(entry.right())) {
                        boolean purge = entry.call().query().contains("purge") && rights.size() > 1;
                        access.put(
                                purge ? "roleToPurge" : "role",
                                Wire.of(entry.right().role()));
                        access.putIfAbsent("scope", Wire.of(scope(entry.right())));
                    }
                });
    }

    private static void spanning(String name, Map<String, Object> access) {
        Stream.concat(AccessMatrix.EVERYWHERE.stream(), Stream.of(AccessMatrix.COUNTS))
                .filter(entry -> entry.call().route().equals(name))
                .forEach(entry -> access.putIfAbsent("scope", Wire.of(scope(entry.right()))));
    }

    static Scope scope(Right right) {
        return switch (right) {
            case READ -> Scope.READ;
            case WRITE, MANAGE -> Scope.WRITE;
            case CLAIM -> Scope.CLAIM;
        };
    }

    private static String kind(Person person) {
        return switch (person) {
            case ADMIN -> "admin";
            case MEMBER, OTHER -> "member";
            case AGENT -> "agent";
            case READER -> "token to read";
            case LIMITED -> "token for one project";
            case ANONYMOUS -> "anybody";
        };
    }
}
