package dev.cairn.application.project;

import dev.cairn.application.work.Act;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Named;
import dev.cairn.domain.project.Project;

/**
 * A kind of thing in projects that travels in Cairn's own files, a line each: its content, known by its name.
 *
 * @param <C> the content
 */
public interface PlainPart<C extends Record & Named> {
    /** Returns the kind's name in a line and in errors: {@code {"milestone": {…}}}. */
    String kind();

    Class<C> content();

    /**
     * Answers all roots of a project that the access may read, in a stable order; they are read while the result is
     * iterated. The project was found with this access.
     */
    Iterable<C> exported(Access access, Id<Project> project);

    /** Creates the root of this name, or edits it as a person would; returns whether that changed anything. */
    boolean imported(Act act, Id<Project> project, C brought);
}
