package dev.cairn.http.security;

import dev.cairn.http.wire.Authenticated;

/** What a request's credential says about its sender. */
sealed interface Finding {
    /** It is known who that is. */
    record Sender(Authenticated who) implements Finding {}

    /** It is nobody. */
    record Nobody(Refusal why) implements Finding {}

    /** Those have to be asked who keep their tokens in the database, which may take a while. */
    record Unsettled(String token) implements Finding {
        /** Without the token (R11). */
        @Override
        public String toString() {
            return "Unsettled";
        }
    }
}
