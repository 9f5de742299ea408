package dev.cairn.application.user;

/** What becomes of the projects of somebody who is deactivated (R17). */
public enum OwnedProjects {
    /** They must have been transferred: while there are any, it is a conflict. */
    REFUSE,
    /** They are archived; their owner, or an admin who reactivates them, can bring them back. */
    ARCHIVE
}
