package dev.cairn.application.file;

import dev.cairn.domain.file.FileProblem;
import dev.cairn.domain.file.IndexReport;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Records the files and folders that a walk finds. */
final class FolderListing implements FolderVisitor {
    private final BooleanSupplier stop;
    private final FolderWatch watch;
    private final List<FoundFile> files = new ArrayList<>();
    private final Set<String> unknown = new HashSet<>();
    private final List<FileProblem> problems = new ArrayList<>();
    private int problemCount;
    private int tooLarge;
    private int secret;

    FolderListing(BooleanSupplier stop, FolderWatch watch) {
        this.stop = stop;
        this.watch = watch;
    }

    @Override
    public void folder(String path) {
        watch.folder(path);
    }

    @Override
    public void ignored(Predicate<String> names) {
        watch.ignored(names);
    }

    @Override
    public void file(FoundFile file) {
        files.add(file);
    }

    @Override
    public void leftOut(LeftOut why) {
        switch (why) {
            case TOO_LARGE -> tooLarge++;
            case SECRET -> secret++;
        }
    }

    @Override
    public void problem(FileProblem problem) {
        problemCount++;
        if (problems.size() < IndexReport.PROBLEMS_MAX) {
            problems.add(problem);
        }
    }

    @Override
    public void unknown(String path) {
        unknown.add(path);
    }

    @Override
    public boolean stopped() {
        return stop.getAsBoolean();
    }

    List<FoundFile> files() {
        return files;
    }

    Set<String> unknown() {
        return unknown;
    }

    /** Whether there is nothing in the folder, not even what is left out. */
    boolean isEmpty() {
        return files.isEmpty() && unknown.isEmpty() && tooLarge + secret + problemCount == 0;
    }

    IndexReport report(boolean full) {
        return IndexReport.starting(full)
                .with(report -> report.total(files.size())
                        .tooLarge(tooLarge)
                        .secret(secret)
                        .problems(problems)
                        .problemCount(problemCount));
    }
}
