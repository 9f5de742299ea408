package dev.cairn.application.file;

import dev.cairn.domain.file.ProjectFolder;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;

/** Watches folders that have an index, and has them indexed again when something in them changes (X4). */
public interface FolderWatches {
    /** What comes of a change. */
    enum Outcome {
        /** A run will find it. */
        EXPECTED,
        /** A run is under way that may have been there already: to be told again. */
        RUNNING,
        /** Nobody wants to know any more. */
        OVER
    }

    /** Who is told that something changed. */
    @FunctionalInterface
    interface Listener {
        Outcome changed(Id<Project> project);
    }

    /** Watches from now on, until it is closed. */
    void start(Listener listener);

    /**
     * Watches what a walk through a folder enters, from before it does: what happened earlier, the walk sees. It takes the place of what
     * was watched for the project.
     */
    FolderWatch walk(ProjectFolder folder);

    /** Tells nobody any more. */
    void close();
}
