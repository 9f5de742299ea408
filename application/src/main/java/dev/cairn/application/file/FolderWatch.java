package dev.cairn.application.file;

import java.util.function.Predicate;

/** What is watched of one folder, as a walk says. */
public interface FolderWatch {
    /** Where nothing is watched. */
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

    /** Says which names in the last folder do not matter. */
    void ignored(Predicate<String> names);

    /** The walk came to its end: folders that it did not enter are watched no longer. */
    void walked();

    /** The folder could not be walked, as when its disk is not mounted: nothing in it is watched, and it is looked for again. */
    void failed();
}
