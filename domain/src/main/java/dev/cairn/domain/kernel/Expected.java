package dev.cairn.domain.kernel;

import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The version a caller last saw (R3); {@link #ANY} when it does not care. */
public record Expected(@Nullable Long version) {
    public static final Expected ANY = new Expected(null);

    /** @throws Conflict {@code stale_version} */
    public void check(Lifecycle current) {
        if (version != null && version != current.version()) {
            throw new Conflict(
                    ErrorCode.STALE_VERSION,
                    "It has version %d by now, not %d: read it again".formatted(current.version(), version),
                    Map.of("version", current.version()));
        }
    }
}
