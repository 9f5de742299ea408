package dev.cairn.http.security;

import dev.cairn.http.HttpSettings;
import io.micronaut.http.HttpRequest;
import java.util.Set;

/**
 * Names what answers to those who show no token: health, the page that swaps one for a session, the description of the API,
 * and where there are accounts, the ways to get one.
 */
final class OpenRoutes {
    private static final String HEALTH = "/health/";
    private static final Set<String> PAGE = Set.of(
            "/",
            "/start.css",
            "/start.js",
            "/openapi.yml",
            "/docs",
            "/docs/docs.js",
            "/docs/swagger-ui.css",
            "/docs/swagger-ui-bundle.js");
    private static final Set<String> WAYS_IN =
            Set.of(HttpSettings.BASE + "/auth/login", HttpSettings.BASE + "/auth/register");

    private final boolean accounts;

    OpenRoutes(boolean accounts) {
        this.accounts = accounts;
    }

    /** Whether it does not matter who asks. */
    boolean isForAnybody(HttpRequest<?> request) {
        String method = request.getMethodName();
        boolean page = PAGE.contains(request.getPath()) && (method.equals("GET") || method.equals("HEAD"));
        return page || request.getPath().startsWith(HEALTH);
    }

    /** Whether those may ask too who are not known yet. */
    boolean isWayIn(HttpRequest<?> request) {
        return accounts && request.getMethodName().equals("POST") && WAYS_IN.contains(request.getPath());
    }
}
