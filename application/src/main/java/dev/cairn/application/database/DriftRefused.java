package dev.cairn.application.database;

import java.util.List;

/** The database has objects that no migration made, and nobody has accepted their loss. */
public final class DriftRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param found each difference, in words */
    public DriftRefused(String what, List<String> found) {
        super("%s:%n  %s%nNothing was changed. With --accept-drift it is done all the same; what is foreign may be lost"
                .formatted(what, String.join("\n  ", found)));
    }
}
