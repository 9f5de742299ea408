package dev.cairn.domain.kernel;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A root as the log of what happened knows it (R8). */
public interface Recorded {
    Id<?> id();

    Lifecycle lifecycle();

    /** Returns the project whose members see the root's log entries; null for a root outside of projects. */
    default @Nullable Id<?> projectId() {
        return null;
    }

    /** Returns the conversation whose readers see the root's log entries; null for a root that is part of none. */
    default @Nullable Id<?> conversationId() {
        return null;
    }

    /** Returns the root's label for people, by wire name: {@code key}, {@code name} or {@code title}. */
    Map<String, Object> label();
}
