package dev.cairn.application.file;

import dev.cairn.domain.file.FileProblem;
import dev.cairn.domain.file.IndexReport;
import java.util.ArrayList;
import java.util.List;

/** Counts the files that an index run handles. */
final class IndexProgress {
    private IndexReport report;

    IndexProgress(IndexReport listed, int unchanged) {
        this.report = listed.with(next -> next.unchanged(unchanged).done(Math.min(unchanged, listed.total())));
    }

    IndexReport report() {
        return report;
    }

    void created() {
        report = report.with(next -> next.created(report.created() + 1).done(report.done() + 1));
    }

    void updated() {
        report = report.with(next -> next.updated(report.updated() + 1).done(report.done() + 1));
    }

    void moved() {
        report = report.with(next -> next.moved(report.moved() + 1).done(report.done() + 1));
    }

    void unchanged() {
        report = report.with(next -> next.unchanged(report.unchanged() + 1).done(report.done() + 1));
    }

    void deleted(int count) {
        report = report.withDeleted(report.deleted() + count);
    }

    void leftOut(String path, OpenFolder.Reason reason) {
        report = report.withDone(report.done() + 1);
        switch (reason) {
            case TOO_LARGE -> report = report.withTooLarge(report.tooLarge() + 1);
            case BINARY -> report = report.withBinary(report.binary() + 1);
            case SECRET -> report = report.withSecret(report.secret() + 1);
            case UNREADABLE -> problem(new FileProblem(path, FileProblem.Kind.UNREADABLE));
            case OWN_DATABASE -> problem(new FileProblem(path, FileProblem.Kind.OWN_DATABASE));
            case GONE -> {
                // The file was removed after the walk, so it adds to no other count.
            }
        }
    }

    private void problem(FileProblem problem) {
        List<FileProblem> problems = new ArrayList<>(report.problems());
        if (problems.size() < IndexReport.PROBLEMS_MAX) {
            problems.add(problem);
        }
        report = report.with(next -> next.problems(problems).problemCount(report.problemCount() + 1));
    }
}
