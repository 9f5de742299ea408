package dev.cairn.server.access;

import dev.cairn.http.HttpSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request of a route, whose variables a world fills.
 *
 * @param method as in {@code GET}
 * @param template the route's, below the base, but for the few that are not
 * @param query what follows it, with the question mark
 * @param names the world's names for the template's variables, where they are not the variables' own
 */
record Call(
        String method,
        String template,
        String query,
        Map<String, String> names,
        @Nullable String body) {
    private static final Pattern OUTSIDE_BASE = Pattern.compile("/docs.*|/openapi\\.yml|/health/.*|/mcp|/metrics");

    /** @param route as in {@code GET /projects/{project}?limit=1} */
    static Call of(String route, @Nullable String body) {
        int space = route.indexOf(' ');
        int mark = route.indexOf('?');
        int end = mark < 0 ? route.length() : mark;
        return new Call(
                route.substring(0, space), route.substring(space + 1, end), route.substring(end), Map.of(), body);
    }

    /** The template's variable has this name in the world. */
    Call where(String variable, String name) {
        Map<String, String> more = new HashMap<>(names);
        more.put(variable, name);
        return new Call(method, template, query, Map.copyOf(more), body);
    }

    Call below(String prefix) {
        return new Call(method, prefix + template, query, names, body);
    }

    /** As the router names it. */
    String route() {
        return method + " " + template;
    }

    boolean isRead() {
        return method.equals("GET");
    }

    /** The path in a world. */
    String path(World world) {
        String path = template;
        int open = path.indexOf('{');
        while (open >= 0) {
            String variable = path.substring(open + 1, path.indexOf('}', open));
            path = path.replace("{" + variable + "}", world.name(names.getOrDefault(variable, variable)));
            open = path.indexOf('{');
        }
        return (OUTSIDE_BASE.matcher(template).matches() ? "" : HttpSettings.BASE) + path + world.in(query);
    }

    @Override
    public String toString() {
        return route() + query;
    }
}
