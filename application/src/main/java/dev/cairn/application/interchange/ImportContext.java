package dev.cairn.application.interchange;

import dev.cairn.application.ticket.ImportedMoves;
import dev.cairn.application.work.Act;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.Caller;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The shared context of one import.
 *
 * @param source of the ids in the file: {@code beads}, {@code beads:web}
 */
record ImportContext(
        UnitOfWork work,
        ImportStores stores,
        ImportedMoves moves,
        Caller caller,
        Project project,
        ImportRequest request,
        String source,
        People people,
        ImportPlan plan,
        ImportGraph graph) {
    private static final int TRIES_MAX = 4;
    private static final String OWN_FORMAT = "cairn";

    /** Runs one slice; repeats it when another writer was faster ({@code stale_version}), {@value #TRIES_MAX} times at most. */
    <T extends @Nullable Object> T slice(Function<Act, T> change) {
        for (int tries = 1; ; tries++) {
            try {
                return work.bulk(caller, act -> {
                    stores.projects()
                            .require(Access.write(caller), project.id())
                            .requireWritable();
                    return change.apply(act);
                });
            } catch (Conflict e) {
                if (tries == TRIES_MAX || e.code() != ErrorCode.STALE_VERSION) {
                    throw e;
                }
            }
        }
    }

    /** Whether the file has Cairn's own format, which has more fields than others. */
    boolean own() {
        return request.format().equals(OWN_FORMAT);
    }
}
