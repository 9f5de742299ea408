package dev.cairn.application.file;

import dev.cairn.domain.file.ProjectFolder;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;

/** Watches folders that have an index, and has them indexed again when something in them changes (X4). */
public interface FolderWatches {
    /** The listener's reaction to a change. */
    enum Outcome {
        /** An index run will find the change. */
        EXPECTED,
        /** An index run is under way and may have passed the place already, so the change has to be reported again. */
        RUNNING,
        /** The folder is to be watched no longer. */
        OVER
    }

    /** Receives reports of changes. */
    @FunctionalInterface
    interface Listener {
        Outcome changed(Id<Project> project);
    }

    /** Starts to report changes to a listener, until it is closed. */
    void start(Listener listener);

    /**
     * Watches the folders that a walk enters, each before it is listed, so that the walk sees all earlier changes.
     * Replaces the project's earlier watch.
     */
    FolderWatch walk(ProjectFolder folder);

    /** Stops all reports. */
    void close();
}
