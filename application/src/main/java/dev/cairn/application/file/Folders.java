package dev.cairn.application.file;

import dev.cairn.domain.error.Conflict;

/** Walks and reads the folders of projects, and nothing outside of them, whatever is tried (R50). */
public interface Folders {
    /**
     * Answers the real path of a folder that may be indexed.
     *
     * @throws Conflict {@code folder_not_found}; {@code folder_refused} when it is where Cairn keeps its own data, or its file system
     *     cannot be walked without following links; {@code file_names_not_utf8} when this process cannot name its files (L31)
     */
    String resolve(String path);

    /**
     * Tells of each file that is not ignored, folder by folder (X1). It reads nothing but rules of what is ignored.
     *
     * @param root as {@link #resolve} answered it
     * @throws Conflict as {@link #resolve}
     */
    void walk(String root, FolderRules rules, FolderVisitor visitor);

    /** Opens a folder to read files of it; what it answers belongs to one thread. */
    OpenFolder open(String root, FolderRules rules);
}
