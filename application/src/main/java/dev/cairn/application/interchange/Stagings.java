package dev.cairn.application.interchange;

import dev.cairn.application.work.Act;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.interchange.Staging;
import dev.cairn.domain.interchange.StagingRepository;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.user.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Begins, shows and undoes imports of more than one transaction (I4), also those whose process has died. */
final class Stagings {
    /** The number of tickets in one transaction. */
    private static final int SLICE_SIZE = 50;
    /** The silence after which an import of another process counts as dead. */
    private static final Duration SILENCE_MAX = Duration.ofMinutes(5);

    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

    private final UnitOfWork work;
    private final StagingRepository stagings;
    private final ProjectRepository projects;
    private final Set<Id<Staging>> own = ConcurrentHashMap.newKeySet();

    Stagings(UnitOfWork work, StagingRepository stagings, ProjectRepository projects) {
        this.work = work;
        this.stagings = stagings;
        this.projects = projects;
    }

    Staging begin(Caller caller, Id<Project> project) {
        Staging staging =
                new Staging(work.newId(), project, work.newId(), work.newId(), work.newId(), false, work.now());
        own.add(staging.id());
        work.bulk(caller, _ -> {
            stagings.insert(staging);
            return staging;
        });
        return staging;
    }

    /** From here on there is no way back: what is stored is shown, by somebody else if need be. */
    void show(ImportContext context, Staging staging) {
        context.slice(act -> {
            alive(stagings.commit(staging.id(), act.now()));
            return staging;
        });
        finish(context.caller(), staging);
        own.remove(staging.id());
    }

    /** Stores that the import is alive. */
    void beat(Act act, Staging staging) {
        alive(stagings.beat(staging.id(), act.now()));
    }

    /**
     * Checks that the import was not undone by another process because it was silent for too long. Conflict
     * {@code import_running}.
     */
    private static void alive(int known) {
        if (known == 0) {
            throw new Conflict(
                    ErrorCode.IMPORT_RUNNING,
                    "This import said nothing for %d minutes, and was undone as if it had died: send it again"
                            .formatted(SILENCE_MAX.toMinutes()));
        }
    }

    /** Ends an import after a failure: shows its tickets if it was complete, else removes them. */
    void abandon(Caller caller, Staging staging) {
        own.remove(staging.id());
        work.read(() -> stagings.find(staging.id())).ifPresent(known -> end(caller, known, FAR));
    }

    /** Ends the imports of dead processes. */
    void recover(Caller caller) {
        Instant bound = work.alone() ? FAR : work.now().minus(SILENCE_MAX);
        for (Staging staging : work.read(() -> stagings.findSilent(bound))) {
            if (!own.contains(staging.id())) {
                end(caller, staging, bound);
            }
        }
    }

    private void end(Caller caller, Staging staging, Instant bound) {
        if (staging.committed()) {
            finish(caller, staging);
            return;
        }
        if (work.bulk(caller, _ -> stagings.undo(staging.id(), bound)) == 0) {
            return; // The import is alive, or another process has ended it.
        }
        int gone;
        do {
            gone = work.bulk(caller, _ -> stagings.discard(staging, SLICE_SIZE));
        } while (gone > 0);
        forget(caller, staging);
    }

    private void finish(Caller caller, Staging staging) {
        boolean more;
        do {
            more = work.bulk(caller, act -> {
                Project project = projects.requireAny(staging.projectId());
                var shown = project.lifecycle().deleted()
                        ? stagings.bury(staging, project.lifecycle().deletion(), SLICE_SIZE)
                        : stagings.reveal(staging, SLICE_SIZE);
                shown.forEach((ticket, key) -> ImportRun.recordCreated(act, project, ticket, key));
                return !shown.isEmpty();
            });
        } while (more);
        int opened;
        do {
            opened = work.bulk(caller, _ -> stagings.release(staging, SLICE_SIZE));
        } while (opened > 0);
        forget(caller, staging);
    }

    private void forget(Caller caller, Staging staging) {
        work.bulk(caller, _ -> {
            stagings.delete(staging.id());
            return staging;
        });
    }
}
