package dev.cairn.application.project;

import dev.cairn.application.work.Act;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.User;
import java.util.Collection;

/** Gives back the work that members held who left the project. */
public interface HeldWork {
    /** Puts back what these users held to where others find it; they have left the project. */
    void left(Act act, Project project, Collection<Id<User>> users);
}
