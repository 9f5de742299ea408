package dev.cairn.domain.project;

import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Lifecycle;
import dev.cairn.domain.kernel.Named;
import dev.cairn.domain.kernel.Root;
import java.time.Instant;
import java.util.Map;

/**
 * A root of a project that has no state besides its content.
 *
 * @param <T> itself
 * @param <C> the content that clients edit; its name is unique in the project ignoring case
 */
public interface PlainRoot<T, C extends Record & Named> extends Root<C> {
    @Override
    Id<T> id();

    @Override
    Id<Project> projectId();

    T with(C content, Lifecycle lifecycle);

    @Override
    default Map<String, Object> label() {
        return Map.of("name", content().name());
    }

    default T edit(C edited, Instant now) {
        return with(edited, lifecycle().touch(now));
    }

    default T delete(Deletion deletion) {
        return with(content(), lifecycle().delete(deletion));
    }

    /** @throws dev.cairn.domain.error.Conflict {@code not_deleted} (R4) */
    default T restore(Instant now) {
        return with(content(), lifecycle().restore(now));
    }
}
