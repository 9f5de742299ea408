package dev.cairn.domain.conversation;

import dev.cairn.domain.kernel.Text;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a conversation that clients may edit.
 *
 * @param title unique among the channels of a project ignoring case
 */
@RecordBuilder
public record ConversationContent(String title, @Nullable String description)
        implements ConversationContentBuilder.With {
    public static final int TITLE_MAX = 200;
    public static final int DESCRIPTION_MAX = 5_000;

    public ConversationContent {
        title = Text.of("title", title, 1, TITLE_MAX);
        description = Text.optional("description", description, DESCRIPTION_MAX);
    }

    public static ConversationContent titled(String title) {
        return new ConversationContent(title, null);
    }
}
