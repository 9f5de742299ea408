package dev.cairn.http.security;

import dev.cairn.http.problem.HttpCode;
import org.jspecify.annotations.Nullable;

/**
 * Why a request is not looked at any further.
 *
 * @param hint what to try, where that depends on how this server is set up
 */
record Refusal(HttpCode code, String detail, @Nullable String hint) {
    Refusal(HttpCode code, String detail) {
        this(code, detail, null);
    }
}
