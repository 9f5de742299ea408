package dev.cairn.domain.conversation;

import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.Denied;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Lifecycle;
import dev.cairn.domain.kernel.Root;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.User;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A conversation: a channel or chat of a project, a chat of one's own, or a direct one between people (R38).
 *
 * @param projectId null for a direct conversation, and for a chat of one's own
 * @param ownerId the user who began it; of a direct one, one of its participants
 * @param isDefault whether it is the channel that its project always has (R40)
 * @param nextSeq the number of the next message, from 1 (R37)
 * @param people the key of a direct conversation's participants, by which they find it again (R39); null once one of
 *     them has left
 */
@RecordBuilder
public record Conversation(
        Id<Conversation> id,
        @Nullable Id<Project> projectId,
        Id<User> ownerId,
        ConversationKind kind,
        ConversationContent content,
        Purpose purpose,
        boolean isDefault,
        int nextSeq,
        @Nullable Instant lastMessageAt,
        @Nullable String people,
        Lifecycle lifecycle)
        implements ConversationBuilder.With, Root<ConversationContent> {
    public static final String DEFAULT_TITLE = "general";

    private static final String INTAKE_TITLE = "Intake";

    /** Makes the channel that every project has (R19). */
    public static Conversation defaultChannel(Id<Conversation> id, Project project, Instant now) {
        return of(
                        id,
                        project,
                        project.ownerId(),
                        ConversationKind.CHANNEL,
                        ConversationContent.titled(DEFAULT_TITLE),
                        Purpose.GENERAL,
                        now)
                .withIsDefault(true);
    }

    /** Makes the intake chat of a new project, in which its owner is asked for its requirements (R19). */
    public static Conversation intake(Id<Conversation> id, Project project, Instant now) {
        return of(
                id,
                project,
                project.ownerId(),
                ConversationKind.CHAT,
                ConversationContent.titled(INTAKE_TITLE),
                Purpose.INTAKE,
                now);
    }

    /** Makes a channel or chat of a project. */
    public static Conversation of(
            Id<Conversation> id,
            Project project,
            Id<User> owner,
            ConversationKind kind,
            ConversationContent content,
            Purpose purpose,
            Instant now) {
        return create(id, project.id(), owner, kind, content, purpose, null, now);
    }

    /** Makes a chat outside of projects, which its owner and the owner's participating agents read. */
    public static Conversation chat(
            Id<Conversation> id, Id<User> owner, ConversationContent content, Purpose purpose, Instant now) {
        return create(id, null, owner, ConversationKind.CHAT, content, purpose, null, now);
    }

    /** Makes a direct conversation between people (R39). */
    public static Conversation direct(
            Id<Conversation> id, Id<User> owner, ConversationContent content, People people, Instant now) {
        return create(id, null, owner, ConversationKind.DIRECT, content, Purpose.GENERAL, people.key(), now);
    }

    private static Conversation create(
            Id<Conversation> id,
            @Nullable Id<Project> project,
            Id<User> owner,
            ConversationKind kind,
            ConversationContent content,
            Purpose purpose,
            @Nullable String people,
            Instant now) {
        return new Conversation(
                id, project, owner, kind, content, purpose, false, 1, null, people, Lifecycle.startingAt(now));
    }

    public String title() {
        return content.title();
    }

    /** Returns the conversation after {@code message} was added with the number {@link #nextSeq}. */
    public Conversation said(Message message) {
        return withNextSeq(message.seq() + 1).withLastMessageAt(message.createdAt());
    }

    /** Returns the conversation with the edited content, and itself when nothing changes. */
    public Conversation edit(ConversationContent edited, Instant now) {
        requireWritable();
        return edited.equals(content) ? this : withContent(edited).touch(now);
    }

    /** @throws Conflict {@code default_channel} (R40), {@code already_archived} (R4) */
    public Conversation archive(Instant now) {
        requireNotDefault("archived");
        return withLifecycle(lifecycle.archive(now));
    }

    public Conversation unarchive(Instant now) {
        return withLifecycle(lifecycle.unarchive(now));
    }

    /** @throws Conflict {@code default_channel} (R40) */
    public Conversation delete(Deletion deletion) {
        requireNotDefault("deleted");
        return withLifecycle(lifecycle.delete(deletion));
    }

    public Conversation restore(Instant now) {
        return withLifecycle(lifecycle.restore(now));
    }

    /**
     * Returns the conversation after a participant joined or left; a direct one is found by its people again as long as
     * nobody left.
     */
    public Conversation withParticipants(@Nullable People all, Id<User> owner, Instant now) {
        return withPeople(kind == ConversationKind.DIRECT && all != null ? all.key() : null)
                .withOwnerId(owner)
                .touch(now);
    }

    /** @throws Conflict {@code conversation_archived} (R38) */
    public Conversation requireWritable() {
        if (lifecycle.archived()) {
            throw new Conflict(
                    ErrorCode.CONVERSATION_ARCHIVED,
                    "The conversation '%s' is archived: unarchive it first".formatted(title()));
        }
        return this;
    }

    /** @throws Denied {@code role_required} for a direct conversation that somebody else began: it is theirs, too */
    public Conversation requireOwnedOutsideProjects(Id<User> user, String what) {
        if (projectId == null && !ownerId.equals(user)) {
            throw new Denied(ErrorCode.ROLE_REQUIRED, "Only who owns a conversation in no project " + what);
        }
        return this;
    }

    /** @throws Conflict {@code default_channel} (R40) */
    public void requireNotDefault(String what) {
        if (isDefault) {
            throw new Conflict(
                    ErrorCode.DEFAULT_CHANNEL,
                    "The channel '%s' is there as long as its project: it cannot be %s".formatted(title(), what));
        }
    }

    private Conversation touch(Instant now) {
        return withLifecycle(lifecycle.touch(now));
    }

    @Override
    public Id<Conversation> conversationId() {
        return id;
    }

    @Override
    public Map<String, Object> label() {
        return Map.of("title", content.title());
    }
}
