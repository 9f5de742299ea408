package dev.cairn.http.security;

import dev.cairn.http.wire.Authenticated;
import java.util.function.Supplier;

/** The sender of a request, as far as its credential tells. */
sealed interface Identification {
    /** The credential identifies the sender. */
    record Sender(Authenticated who) implements Identification {}

    /** The request is refused: its credential is missing, not valid, or not enough. */
    record Nobody(Refusal why) implements Identification {}

    /** The database has to be asked, which may take a while. */
    record Unsettled(Supplier<Identification> question) implements Identification {}
}
