package dev.cairn.domain.prompt;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.project.Project;
import org.jspecify.annotations.Nullable;

/**
 * The filter for lists of live prompts.
 *
 * @param projectId null for those of no project
 * @param label null for any
 * @param text is in the title, ignoring case
 */
public record PromptFilter(
        @Nullable Id<Project> projectId,
        @Nullable String label,
        @Nullable String text) {
    public static final int TEXT_MAX = PromptContent.TITLE_MAX;

    public PromptFilter {
        label = Text.optional("label", label, PromptContent.LABEL_MAX);
        text = Text.optional("q", text, TEXT_MAX);
    }

    public static PromptFilter of(@Nullable Id<Project> project) {
        return new PromptFilter(project, null, null);
    }
}
