package dev.cairn.domain.error;

import java.io.Serializable;
import java.util.Locale;

/**
 * The stable code of an error, as programs read it. Each layer has an enum of its own; {@code docs/errors.md} lists the
 * constants of all of them.
 */
public interface WireCode extends Serializable {
    String name();

    /** Returns the code as answers contain it: {@code stale_version}. */
    default String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
