package dev.cairn.application.file;

import java.util.function.Predicate;

/** The watch of one folder, which a walk through it updates. */
public interface FolderWatch {
    /** A watch that does nothing. */
    FolderWatch NONE = new FolderWatch() {
        @Override
        public void folder(String path) {}

        @Override
        public void ignored(Predicate<String> names) {}

        @Override
        public void walked() {}

        @Override
        public void failed() {}
    };

    /** Watches a folder, before it is listed. */
    void folder(String path);

    /** Excludes names in the last folder from the watch. */
    void ignored(Predicate<String> names);

    /** Called at the end of the walk; folders that it did not enter are watched no longer. */
    void walked();

    /** The folder could not be walked, as when its disk is not mounted: nothing in it is watched, and it is looked for again. */
    void failed();
}
