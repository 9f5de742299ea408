package dev.cairn.domain.interchange;

import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import java.time.Instant;

/**
 * An import at work (I4): its new tickets are stored as if they were deleted, under its own ids, and shown once they are
 * all there with their links. Tickets that will be open are shown as blocked first and opened last, so that none is
 * ready before what it waits for is seen.
 *
 * @param open the deletion of tickets that will be open
 * @param other the deletion of all others
 * @param held the mark of tickets that are shown and not open yet
 * @param committed whether everything is stored and only has to be shown
 * @param beatAt when the import last showed that it is alive
 */
public record Staging(
        Id<Staging> id,
        Id<Project> projectId,
        Id<Deletion> open,
        Id<Deletion> other,
        Id<Deletion> held,
        boolean committed,
        Instant beatAt) {}
