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
 * What all parts of one import share.
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

    /** One slice; where others write at the same time it is tried again when they were faster. */
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

    /** Whether the file is Cairn's own, which says more than others do. */
    boolean own() {
        return request.format().equals(OWN_FORMAT);
    }
}
