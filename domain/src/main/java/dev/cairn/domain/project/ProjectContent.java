package dev.cairn.domain.project;

import dev.cairn.domain.kernel.Text;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a project that clients may edit.
 *
 * @param localPath the project's folder; unique ignoring case among live projects
 */
@RecordBuilder
public record ProjectContent(
        String name,
        String description,
        @Nullable String localPath,
        @Nullable String gitUrl,
        @Nullable String branch) implements ProjectContentBuilder.With {
    public static final int NAME_MAX = 100;
    public static final int DESCRIPTION_MAX = 5_000;
    public static final int LOCATION_MAX = 1_000;

    public ProjectContent {
        name = Text.of("name", name, 1, NAME_MAX);
        description = Text.of("description", description, 0, DESCRIPTION_MAX);
        localPath = Text.optional("localPath", localPath, LOCATION_MAX);
        gitUrl = Text.optional("gitUrl", gitUrl, LOCATION_MAX);
        branch = Text.optional("branch", branch, LOCATION_MAX);
    }

    /** Makes a content with its required fields; all others have their defaults. */
    public static ProjectContent named(String name) {
        return new ProjectContent(name, "", null, null, null);
    }
}
