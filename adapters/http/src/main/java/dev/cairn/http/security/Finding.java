package dev.cairn.http.security;

import dev.cairn.http.wire.Authenticated;
import java.util.function.Supplier;

/** What a request's credential says about its sender. */
sealed interface Finding {
    /** It is known who that is. */
    record Sender(Authenticated who) implements Finding {}

    /** It is nobody. */
    record Nobody(Refusal why) implements Finding {}

    /** The database has to be asked, which may take a while. */
    record Unsettled(Supplier<Finding> question) implements Finding {}
}
