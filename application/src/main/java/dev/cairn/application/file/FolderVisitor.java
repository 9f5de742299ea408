package dev.cairn.application.file;

import dev.cairn.domain.file.FileProblem;

/** Hears what a walk finds. */
public interface FolderVisitor {
    /** Why a file is left out. */
    enum LeftOut {
        TOO_LARGE,
        SECRET
    }

    void file(FoundFile file);

    void leftOut(LeftOut why);

    void problem(FileProblem problem);

    /** Hears of a folder whose contents cannot be told: what is known of them stays. */
    default void unknown(String folder) {}

    /** Whether nothing more is wanted; asked at each folder. */
    default boolean stopped() {
        return false;
    }
}
