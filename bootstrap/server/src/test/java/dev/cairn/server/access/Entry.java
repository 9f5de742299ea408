package dev.cairn.server.access;

import dev.cairn.domain.access.Right;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a route takes, and what it answers to whom.
 *
 * @param method as in {@code GET}
 * @param template the route's, below the base
 * @param query what follows it, with the question mark
 * @param names the world's names for the template's variables, where they are not the variables' own
 * @param right what its caller needs in the project
 * @param status the answer to who has it
 * @param archived the same while the project is archived
 * @param deleted the same when the project was deleted
 * @param needs what has to be done to the world before
 */
record Entry(
        String method,
        String template,
        String query,
        Map<String, String> names,
        @Nullable String body,
        Right right,
        int status,
        int archived,
        int deleted,
        Before needs) {

    /** States that a route starts from. */
    enum Before {
        NOTHING,
        ARCHIVED_PROJECT,
        DELETED_PROJECT,
        ARCHIVED_TICKET,
        DELETED_TICKET
    }

    static Entry read(String route) {
        return of(route, null, Right.READ, 200).whileArchived(200);
    }

    static Entry write(String route, int status, @Nullable String body) {
        return of(route, body, Right.WRITE, status);
    }

    static Entry claim(String route, int status, String body) {
        return of(route, body, Right.CLAIM, status);
    }

    static Entry manage(String route, int status, @Nullable String body) {
        return of(route, body, Right.MANAGE, status);
    }

    private static Entry of(String route, @Nullable String body, Right right, int status) {
        int space = route.indexOf(' ');
        int mark = route.indexOf('?');
        int end = mark < 0 ? route.length() : mark;
        return new Entry(
                route.substring(0, space),
                route.substring(space + 1, end),
                route.substring(end),
                Map.of(),
                body,
                right,
                status,
                409,
                404,
                Before.NOTHING);
    }

    /** The template's variable has this name in the world. */
    Entry where(String variable, String name) {
        Map<String, String> more = new HashMap<>(names);
        more.put(variable, name);
        return new Entry(method, template, query, Map.copyOf(more), body, right, status, archived, deleted, needs);
    }

    Entry whileArchived(int answer) {
        return new Entry(method, template, query, names, body, right, status, answer, deleted, needs);
    }

    Entry whenDeleted(int answer) {
        return new Entry(method, template, query, names, body, right, status, archived, answer, needs);
    }

    Entry after(Before state) {
        return new Entry(method, template, query, names, body, right, status, archived, deleted, state);
    }

    /** As the router names it. */
    String route() {
        return method + " " + template;
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
        return path + world.in(query);
    }

    @Override
    public String toString() {
        return route() + query;
    }
}
