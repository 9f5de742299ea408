package dev.cairn.domain.prompt;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.Named;
import dev.cairn.domain.kernel.Text;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a prompt that clients may edit.
 *
 * @param title unique in the project ignoring case, or among the prompts of one owner that are in none
 * @param content the exact text: neither trimmed nor normalised (R49)
 * @param metadata further fields of the prompt's file (R49)
 */
@RecordBuilder
public record PromptContent(
        String title, String content, @Nullable String description, List<String> labels, Json metadata)
        implements PromptContentBuilder.With, Named {
    public static final int TITLE_MAX = 200;
    public static final int CONTENT_MAX = 100_000;
    public static final int DESCRIPTION_MAX = 5_000;
    public static final int LABELS_MAX = 50;
    public static final int LABEL_MAX = 100;
    public static final int METADATA_MAX = 10_000;

    public PromptContent {
        title = Text.of("title", title, 1, TITLE_MAX);
        content = Text.exact("content", content, 1, CONTENT_MAX);
        description = Text.optional("description", description, DESCRIPTION_MAX);
        labels = Text.set("labels", labels, LABELS_MAX, LABEL_MAX);
        if (!metadata.isObject()) {
            throw Invalid.of(ErrorCode.FORMAT, "metadata", "metadata must be a JSON object");
        }
        Text.exact("metadata", metadata.text(), 1, METADATA_MAX);
    }

    public static PromptContent of(String title, String content) {
        return new PromptContent(title, content, null, List.of(), Json.EMPTY_OBJECT);
    }

    @Override
    public String name() {
        return title;
    }
}
