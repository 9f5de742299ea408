package dev.cairn.files;

import dev.cairn.application.file.FolderRules;
import dev.cairn.application.file.FolderVisitor;
import dev.cairn.application.file.FoundFile;
import dev.cairn.domain.file.FileProblem;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** What a walk tells. */
final class Listing implements FolderVisitor {
    static final FolderRules RULES = new FolderRules(1_000, List.of(".env", "*.pem"));

    final List<String> paths = new ArrayList<>();
    final List<FileProblem> problems = new ArrayList<>();
    final List<LeftOut> leftOut = new ArrayList<>();

    static Listing of(Path root) {
        return of(root, OwnFiles.NONE);
    }

    static Listing of(Path root, OwnFiles own) {
        Listing listing = new Listing();
        folders(own).walk(root.toString(), RULES, listing);
        return listing;
    }

    static DiskFolders folders(OwnFiles own) {
        return new DiskFolders(own, InstantSource.system());
    }

    @Override
    public void file(FoundFile file) {
        paths.add(file.path());
    }

    @Override
    public void leftOut(LeftOut why) {
        leftOut.add(why);
    }

    @Override
    public void problem(FileProblem problem) {
        problems.add(problem);
    }
}
