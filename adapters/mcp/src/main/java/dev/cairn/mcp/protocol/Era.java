package dev.cairn.mcp.protocol;

import java.util.List;
import java.util.Optional;

/** The two ways in which a client states its version: once at the beginning, or with each request. */
@SuppressWarnings("ImmutableEnumChecker") // lists that nobody can change
enum Era {
    /** A client shakes hands by {@code initialize}, and then sends bare requests. */
    HANDSHAKE("2025-11-25", "2025-06-18", "2025-03-26"),
    /** Each request carries its version and the client's capabilities. */
    STATELESS("2026-07-28");

    /** Every version that is spoken, the newest first. */
    static final List<String> ALL = List.of("2026-07-28", "2025-11-25", "2025-06-18", "2025-03-26");

    private final List<String> versions;

    Era(String... versions) {
        this.versions = List.of(versions);
    }

    /** Returns the newest version of the era. */
    String newest() {
        return versions.getFirst();
    }

    /** Returns the era of a version; empty when it is not supported. */
    static Optional<Era> of(String version) {
        for (Era era : values()) {
            if (era.versions.contains(version)) {
                return Optional.of(era);
            }
        }
        return Optional.empty();
    }
}
