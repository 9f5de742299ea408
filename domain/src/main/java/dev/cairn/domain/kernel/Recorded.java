package dev.cairn.domain.kernel;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A root as the log of what happened knows it (R8). */
public interface Recorded {
    Id<?> id();

    Lifecycle lifecycle();

    /** The project whose members see what happened to it; null for what is in none. */
    default @Nullable Id<?> projectId() {
        return null;
    }

    /** The conversation whose readers see what happened to it; null for what is no part of one. */
    default @Nullable Id<?> conversationId() {
        return null;
    }

    /** What people call it, by wire name: {@code key}, {@code name} or {@code title}. */
    Map<String, Object> label();
}
