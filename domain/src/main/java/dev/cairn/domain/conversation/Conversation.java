package dev.cairn.domain.conversation;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Lifecycle;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.User;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in a project.
 *
 * @param title unique among the channels of a project ignoring case
 * @param isDefault the one channel that is there from the beginning and as long as its project (R40)
 * @param nextSeq what the next message will be numbered, from 1 (R37)
 */
@RecordBuilder
public record Conversation(
        Id<Conversation> id,
        Id<Project> projectId,
        Id<User> ownerId,
        ConversationKind kind,
        String title,
        Purpose purpose,
        boolean isDefault,
        int nextSeq,
        @Nullable Instant lastMessageAt,
        Lifecycle lifecycle)
        implements ConversationBuilder.With {
    public static final int TITLE_MAX = 200;
    public static final String DEFAULT_TITLE = "general";

    private static final String INTAKE_TITLE = "Intake";

    public Conversation {
        title = Text.of("title", title, 1, TITLE_MAX);
    }

    /** Makes the channel that every project has (R19). */
    public static Conversation defaultChannel(Id<Conversation> id, Project project, Instant now) {
        return create(id, project, ConversationKind.CHANNEL, DEFAULT_TITLE, Purpose.GENERAL, true, now);
    }

    /** Makes the chat in which the owner of a new project is asked what it needs (R19). */
    public static Conversation intake(Id<Conversation> id, Project project, Instant now) {
        return create(id, project, ConversationKind.CHAT, INTAKE_TITLE, Purpose.INTAKE, false, now);
    }

    private static Conversation create(
            Id<Conversation> id,
            Project project,
            ConversationKind kind,
            String title,
            Purpose purpose,
            boolean isDefault,
            Instant now) {
        return new Conversation(
                id,
                project.id(),
                project.ownerId(),
                kind,
                title,
                purpose,
                isDefault,
                1,
                null,
                Lifecycle.startingAt(now));
    }

    /** Answers the conversation after {@code message} was said, which took the number {@link #nextSeq}. */
    public Conversation said(Message message) {
        return withNextSeq(message.seq() + 1).withLastMessageAt(message.createdAt());
    }
}
