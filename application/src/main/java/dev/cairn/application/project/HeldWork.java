package dev.cairn.application.project;

import dev.cairn.application.work.Act;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.User;
import java.util.Collection;

/** The work of a project that its members hold; who is none any more holds none. */
public interface HeldWork {
    /** These users have left the project: what they held goes back to where others find it. */
    void left(Act act, Project project, Collection<Id<User>> users);
}
