package dev.cairn.application.user;

/** The treatment of the projects of a user who is deactivated (R17). */
public enum OwnedProjects {
    /** Refuses the deactivation as a conflict while the user owns projects; they have to be transferred first. */
    REFUSE,
    /** Archives the projects; their owner, or an admin who reactivates the owner, can bring them back. */
    ARCHIVE
}
