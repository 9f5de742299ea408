package dev.cairn.domain.user;

import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Lifecycle;
import dev.cairn.domain.kernel.Root;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A human or an agent who acts in Cairn.
 *
 * @param ownerId the human responsible for an agent; null for a human
 */
@RecordBuilder
public record User(
        Id<User> id,
        UserType type,
        @Nullable Id<User> ownerId,
        UserContent content,
        SystemRole systemRole,
        @Nullable Instant deactivatedAt,
        Lifecycle lifecycle)
        implements UserBuilder.With, Root<UserContent> {
    public static final int NAME_MAX = 100;
    public static final String LOCAL_OWNER_NAME = "owner";

    public static User human(Id<User> id, UserContent content, SystemRole role, Instant now) {
        return new User(id, UserType.HUMAN, null, content, role, null, Lifecycle.startingAt(now));
    }

    public static User agent(Id<User> id, Id<User> owner, UserContent content, Instant now) {
        return new User(id, UserType.AGENT, owner, content, SystemRole.MEMBER, null, Lifecycle.startingAt(now));
    }

    public String name() {
        return content.name();
    }

    public boolean active() {
        return deactivatedAt == null;
    }

    /** @throws Conflict {@code already_deactivated} */
    public User requireActive() {
        if (!active()) {
            throw new Conflict(ErrorCode.ALREADY_DEACTIVATED, "%s is deactivated".formatted(name()));
        }
        return this;
    }

    /** The human who answers for what this user does: the owner of an agent, or they themselves. */
    public Id<User> responsible() {
        return ownerId == null ? id : ownerId;
    }

    /** Whether the caller is this user, or the human who answers for this agent. */
    public boolean belongsTo(Caller caller) {
        return caller.userId().equals(id) || caller.userId().equals(ownerId);
    }

    /** Answers the user with the edited content, and itself when nothing changes. */
    public User edit(UserContent edited, Instant now) {
        return edited.equals(content) ? this : withContent(edited).withLifecycle(lifecycle.touch(now));
    }

    /** Answers the user in another role, and itself when nothing changes. */
    public User withRole(SystemRole role, Instant now) {
        return role == systemRole ? this : withSystemRole(role).withLifecycle(lifecycle.touch(now));
    }

    /** @throws Conflict {@code already_deactivated} */
    public User deactivate(Instant now) {
        if (!active()) {
            throw new Conflict(ErrorCode.ALREADY_DEACTIVATED, "%s is deactivated already".formatted(name()));
        }
        return withDeactivatedAt(now).withLifecycle(lifecycle.touch(now));
    }

    /** @throws Conflict {@code not_deactivated} */
    public User reactivate(Instant now) {
        if (active()) {
            throw new Conflict(ErrorCode.NOT_DEACTIVATED, "%s is not deactivated".formatted(name()));
        }
        return withDeactivatedAt(null).withLifecycle(lifecycle.touch(now));
    }

    /** Answers the user as others see it: an address is for its owner and for admins. */
    public User withoutEmail() {
        return withContent(content.withEmail(null));
    }

    @Override
    public Map<String, Object> label() {
        return Map.of("name", name());
    }
}
