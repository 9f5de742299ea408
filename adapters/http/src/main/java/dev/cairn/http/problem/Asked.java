package dev.cairn.http.problem;

import org.jspecify.annotations.Nullable;

/** Which request a problem below the router is of. */
public record Asked(String requestId, String path) {
    /** One of which nothing could be read yet. */
    public static Asked unread() {
        return of(null, null, "/");
    }

    /**
     * @param own what the client calls it
     * @param trace what a proxy or a tracing library calls it
     * @param target with its query or without
     */
    public static Asked of(@Nullable String own, @Nullable String trace, String target) {
        int mark = target.indexOf('?');
        return new Asked(RequestIds.of(own, trace), mark < 0 ? target : target.substring(0, mark));
    }
}
