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
     * Reports each file that is not ignored, folder by folder (X1). Reads no other file than those with ignore rules.
     *
     * @param root as {@link #resolve} answered it
     * @throws Conflict as {@link #resolve}
     */
    void walk(String root, FolderRules rules, FolderVisitor visitor);

    /** Opens a folder to read its files; the result may be used by one thread only. */
    OpenFolder open(String root, FolderRules rules);
}
