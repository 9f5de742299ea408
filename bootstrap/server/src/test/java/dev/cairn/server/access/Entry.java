package dev.cairn.server.access;

import dev.cairn.domain.access.Right;
import org.jspecify.annotations.Nullable;

/**
 * What a route of projects takes, and what it answers to whom.
 *
 * @param right what its caller needs in the project
 * @param status the answer to who has it
 * @param archived the same while the project is archived
 * @param deleted the same when the project was deleted
 * @param needs what has to be done to the world before
 */
record Entry(Call call, Right right, int status, int archived, int deleted, Before needs) {

    /** States that a route starts from. */
    enum Before {
        NOTHING,
        ARCHIVED_PROJECT,
        DELETED_PROJECT,
        ARCHIVED_TICKET,
        DELETED_TICKET,
        ARCHIVED_CONVERSATION,
        DELETED_CONVERSATION
    }

    static Entry read(String route) {
        return read(route, null);
    }

    static Entry read(String route, @Nullable String body) {
        return of(route, body, Right.READ, 200).whileArchived(200);
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
        return new Entry(Call.of(route, body), right, status, 409, 404, Before.NOTHING);
    }

    /** The template's variable has this name in the world. */
    Entry where(String variable, String name) {
        return new Entry(call.where(variable, name), right, status, archived, deleted, needs);
    }

    /** The same route below another path. */
    Entry below(String prefix) {
        return new Entry(call.below(prefix), right, status, archived, deleted, needs);
    }

    Entry whileArchived(int answer) {
        return new Entry(call, right, status, answer, deleted, needs);
    }

    Entry whenDeleted(int answer) {
        return new Entry(call, right, status, archived, answer, needs);
    }

    Entry after(Before state) {
        return new Entry(call, right, status, archived, deleted, state);
    }

    @Override
    public String toString() {
        return call.toString();
    }
}
