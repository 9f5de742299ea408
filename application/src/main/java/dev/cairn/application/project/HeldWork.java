package dev.cairn.application.project;

import dev.cairn.application.work.Act;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.User;
import java.util.Collection;

/** Gives back the work of those who may no longer do it. */
public interface HeldWork {
    /** Puts back what these users held in a project to where others find it; they may not work in it any more. */
    void left(Act act, Id<Project> project, Collection<Id<User>> users);

    /** Puts back what these users held anywhere; they may not work at all any more. */
    void ended(Act act, Collection<Id<User>> users);
}
