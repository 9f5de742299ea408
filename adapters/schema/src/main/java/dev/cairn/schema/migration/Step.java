package dev.cairn.schema.migration;

import dev.cairn.domain.kernel.Wire;
import java.util.Arrays;
import java.util.Optional;

/** What a migration means to servers of the version before that go on beside the new ones (G6). */
public enum Step {
    /** It only adds what they need not know. */
    EXPAND,
    /** It takes away what the version that knows all migrations before it no longer uses; older ones do. */
    CONTRACT,
    /** Nobody but the new version can live with it. */
    BREAK;

    /** As it is written in the list of migrations. */
    public String id() {
        return Wire.of(this);
    }

    public static Optional<Step> of(String id) {
        return Arrays.stream(values()).filter(step -> step.id().equals(id)).findFirst();
    }

    /** What Flyway's history says of a migration, from which a server that does not have its script learns what it means. */
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
