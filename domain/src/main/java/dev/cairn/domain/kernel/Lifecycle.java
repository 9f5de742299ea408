package dev.cairn.domain.kernel;

import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The fields that every root has besides its own: optimistic lock, timestamps, and the two axes archived and deleted
 * (R2–R5). The repository raises the version when an update is stored.
 */
@RecordBuilder
public record Lifecycle(
        long version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant archivedAt,
        @Nullable Instant deletedAt,
        @Nullable Id<Deletion> deletionId)
        implements LifecycleBuilder.With {

    public static Lifecycle startingAt(Instant now) {
        return new Lifecycle(0, now, now, null, null, null);
    }

    public boolean archived() {
        return archivedAt != null;
    }

    public boolean deleted() {
        return deletedAt != null;
    }

    public Lifecycle touch(Instant now) {
        return withUpdatedAt(Times.after(updatedAt, now));
    }

    /** Answers the lifecycle with the version that a stored update has. */
    public Lifecycle stored() {
        return withVersion(version + 1);
    }

    /** @throws Conflict {@code already_archived} (R4) */
    public Lifecycle archive(Instant now) {
        if (archived()) {
            throw new Conflict(ErrorCode.ALREADY_ARCHIVED, "It is archived already");
        }
        return touch(now).withArchivedAt(now);
    }

    /** @throws Conflict {@code not_archived} (R4) */
    public Lifecycle unarchive(Instant now) {
        if (!archived()) {
            throw new Conflict(ErrorCode.NOT_ARCHIVED, "It is not archived");
        }
        return touch(now).withArchivedAt(null);
    }

    public Lifecycle delete(Deletion deletion) {
        return touch(deletion.at()).withDeletedAt(deletion.at()).withDeletionId(deletion.id());
    }

    /** @throws Conflict {@code not_deleted} (R4) */
    public Lifecycle restore(Instant now) {
        if (!deleted()) {
            throw new Conflict(ErrorCode.NOT_DELETED, "It is not deleted");
        }
        return touch(now).withDeletedAt(null).withDeletionId(null);
    }

    /** Answers the deletion that took the root away, so that a restore brings back exactly what it took along (R5). */
    public Deletion deletion() {
        if (deletedAt == null || deletionId == null) {
            throw new Conflict(ErrorCode.NOT_DELETED, "It is not deleted");
        }
        return new Deletion(deletionId, deletedAt);
    }
}
