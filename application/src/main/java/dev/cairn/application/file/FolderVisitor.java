package dev.cairn.application.file;

import dev.cairn.domain.file.FileProblem;
import java.util.function.Predicate;

/** Hears what a walk finds. */
public interface FolderVisitor {
    /** Why a file, or a folder with all that is in it, is left out. */
    enum LeftOut {
        TOO_LARGE,
        SECRET
    }

    /** Hears of a folder, the root as {@code ""}, before it is listed. */
    default void folder(String path) {}

    /** Hears which names are ignored in the folder that it heard of last, whether there are such or not. */
    default void ignored(Predicate<String> names) {}

    void file(FoundFile file);

    void leftOut(LeftOut why);

    void problem(FileProblem problem);

    /** Hears of a file or a folder of which nothing can be told now: what is known of it, and of what is in it, stays. */
    default void unknown(String path) {}

    /** Whether nothing more is wanted; asked at each folder. */
    default boolean stopped() {
        return false;
    }
}
