package dev.cairn.http.security;

import org.jspecify.annotations.Nullable;

/**
 * Why a request is not looked at any further.
 *
 * @param hint what to try, where that depends on how this server is set up
 */
record Refusal(
        int status,
        String code,
        String title,
        String detail,
        @Nullable String hint) {
    Refusal(int status, String code, String title, String detail) {
        this(status, code, title, detail, null);
    }
}
