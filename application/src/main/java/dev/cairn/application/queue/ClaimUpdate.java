package dev.cairn.application.queue;

import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.kernel.Times;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.Progress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A holder's report with a heartbeat or at the end. All but the token is optional.
 *
 * @param fencingToken the claim's, so that a superseded holder cannot write (Q5)
 * @param result kept with the item, with complete
 * @param error the error, with fail
 * @param until when the item may be handed out again, with release (Q8)
 * @param finishTasks whether unfinished tasks are completed too, with complete (R29)
 */
public record ClaimUpdate(
        long fencingToken,
        @Nullable String note,
        @Nullable Progress progress,
        @Nullable Json result,
        @Nullable String error,
        @Nullable Instant until,
        boolean finishTasks) {

    public ClaimUpdate {
        note = Text.optional("note", note, Claim.NOTE_MAX);
        error = Text.optional("error", error, Claim.ERROR_MAX);
        until = Times.checked("until", until);
    }

    public static ClaimUpdate of(long fencingToken) {
        return new ClaimUpdate(fencingToken, null, null, null, null, null, false);
    }

    public ClaimUpdate withError(String message) {
        return new ClaimUpdate(fencingToken, note, progress, result, message, until, finishTasks);
    }
}
