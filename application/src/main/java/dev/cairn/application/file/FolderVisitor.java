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

    /** Hears of a folder whose contents cannot be told: what is known of them stays. */
    default void unknown(String folder) {}

    /** Whether nothing more is wanted; asked at each folder. */
    default boolean stopped() {
        return false;
    }
}
