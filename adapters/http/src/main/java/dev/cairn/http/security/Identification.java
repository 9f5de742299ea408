package dev.cairn.http.security;

import dev.cairn.http.wire.Authenticated;
import java.util.function.Supplier;

/** What a request's credential says about its sender. */
sealed interface Identification {
    /** It is known who that is. */
    record Sender(Authenticated who) implements Identification {}

    /** It is nobody. */
    record Nobody(Refusal why) implements Identification {}

    /** The database has to be asked, which may take a while. */
    record Unsettled(Supplier<Identification> question) implements Identification {}
}
