package dev.cairn.application.project;

import dev.cairn.application.work.Act;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.User;
import java.util.Collection;

/** Releases the work of users who may no longer do it. */
public interface HeldWork {
    /** Releases what these users held in a project in which they may not work any more. */
    void left(Act act, Id<Project> project, Collection<Id<User>> users);

    /** Releases what these users held anywhere, because they may not work at all any more. */
    void ended(Act act, Collection<Id<User>> users);
}
