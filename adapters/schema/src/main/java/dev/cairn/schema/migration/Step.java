package dev.cairn.schema.migration;

import dev.cairn.domain.kernel.Wire;
import java.util.Arrays;
import java.util.Optional;

/** The effect of a migration on servers of the version before that run on beside the new ones (G6). */
public enum Step {
    /** Only adds what older versions need not know. */
    EXPAND,
    /** Removes what the version directly before no longer uses, though older ones do. */
    CONTRACT,
    /** Works with the new version alone. */
    BREAK;

    /** Returns the name in the list of migrations. */
    public String id() {
        return Wire.of(this);
    }

    public static Optional<Step> of(String id) {
        return Arrays.stream(values()).filter(step -> step.id().equals(id)).findFirst();
    }

    /** Returns the description in Flyway's history, from which a server without the script reads the step. */
    String described(String name) {
        return name.replace('_', ' ') + (this == BREAK ? "" : " (" + id() + ")");
    }

    /** Reads what {@link #described} has written. */
    static Step in(String description) {
        return Arrays.stream(values())
                .filter(step -> description.endsWith(" (" + step.id() + ")"))
                .findFirst()
                .orElse(BREAK);
    }
}
