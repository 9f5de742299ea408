package dev.cairn.domain.project;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Text;

/** A caller's reference to a project: its id or its key. */
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

    /**
     * Reads an id, or a key in any case.
     *
     * @throws Invalid {@code malformed_id} when it can be neither
     */
    static ProjectRef parse(String text) {
        if (Id.isId(text)) {
            return new ById(Id.parse(text));
        }
        String key = ProjectKey.capitals(text);
        if (!ProjectKey.isKey(key)) {
            throw Invalid.of(
                    ErrorCode.MALFORMED_ID,
                    "project",
                    "'%s' is neither a project key (%d to %d of A-Z and 0-9, like CRN) nor an id"
                            .formatted(Text.excerpt(text), ProjectKey.LENGTH_MIN, ProjectKey.LENGTH_MAX));
        }
        return new ByKey(new ProjectKey(key));
    }
}
