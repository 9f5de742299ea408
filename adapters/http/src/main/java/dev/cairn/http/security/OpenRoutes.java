package dev.cairn.http.security;

import dev.cairn.http.HttpSettings;
import io.micronaut.http.HttpRequest;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names what answers to those who show no token: health, the Studio, which is where a browser gets its session, the description of the
 * API and its index, which says how one gets in, and where there are accounts, the ways to get one.
 */
record OpenRoutes(boolean accounts) {
    private static final String HEALTH = "/health/";
    private static final Pattern STUDIO =
            Pattern.compile("/|/studio/.*|/[pt]/.*|/(agents|people|queues|search|system)");
    private static final Set<String> DOCS = Set.of(
            HttpSettings.BASE,
            "/openapi.yml",
            "/docs",
            "/docs/docs.js",
            "/docs/swagger-ui.css",
            "/docs/swagger-ui-bundle.js");
    private static final Set<String> WAYS_IN =
            Set.of(HttpSettings.BASE + "/auth/login", HttpSettings.BASE + "/auth/register");

    /** Returns whether the route is open without a credential. */
    boolean isForAnybody(HttpRequest<?> request) {
        String method = request.getMethodName();
        String path = request.getPath();
        boolean page = DOCS.contains(path) || STUDIO.matcher(path).matches();
        return (page && (method.equals("GET") || method.equals("HEAD"))) || path.startsWith(HEALTH);
    }

    /** Returns whether the route is for callers without a credential: logging in and registering. */
    boolean isWayIn(HttpRequest<?> request) {
        return accounts && request.getMethodName().equals("POST") && WAYS_IN.contains(request.getPath());
    }
}
