package dev.cairn.application.file;

import dev.cairn.domain.file.FileProblem;
import java.util.function.Predicate;

/** Receives the files and folders that a walk finds. */
public interface FolderVisitor {
    /** Why a file, or a folder with all that is in it, is left out. */
    enum LeftOut {
        TOO_LARGE,
        SECRET
    }

    /** Called for a folder before it is listed; the root is {@code ""}. */
    default void folder(String path) {}

    /** Called with the predicate for ignored names of the last folder, also when it matches none. */
    default void ignored(Predicate<String> names) {}

    void file(FoundFile file);

    void leftOut(LeftOut why);

    void problem(FileProblem problem);

    /** Hears of a file or a folder of which nothing can be told now: what is known of it, and of what is in it, stays. */
    default void unknown(String path) {}

    /** Whether the walk should stop; called at each folder. */
    default boolean stopped() {
        return false;
    }
}
