package dev.cairn.domain.project;

import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Id;

/** How callers name a project: by id or by key. */
public sealed interface ProjectRef {

    record ById(Id<Project> id) implements ProjectRef {
        @Override
        public String toString() {
            return id.toString();
        }
    }

    record ByKey(ProjectKey key) implements ProjectRef {
        @Override
        public String toString() {
            return key.toString();
        }
    }

    static ProjectRef of(Id<Project> id) {
        return new ById(id);
    }

    /** @throws Invalid {@code malformed_id} when it can be neither */
    static ProjectRef parse(String text) {
        return ProjectKey.isKey(text) ? new ByKey(new ProjectKey(text)) : new ById(Id.parse(text));
    }
}
