package dev.cairn.domain.file;

import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.kernel.Tree;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The progress of an index run, and at its end the result (R51).
 *
 * @param full whether it reads every file, and not only those whose size, time or key changed
 * @param total how many files are to be indexed; 0 until the folder has been walked
 * @param done of these, how many have been dealt with
 * @param moved how many were found under another path than before
 * @param tooLarge how many were left out because of their size
 * @param binary how many were left out because they hold no text
 * @param secret how many were left out because their name says that they hold secrets (X7)
 * @param problems the first of them
 * @param problemCount how many there are
 */
@RecordBuilder
public record IndexReport(
        boolean full,
        int total,
        int done,
        int created,
        int updated,
        int moved,
        int deleted,
        int unchanged,
        int tooLarge,
        int binary,
        int secret,
        List<FileProblem> problems,
        int problemCount)
        implements IndexReportBuilder.With {
    public static final int PROBLEMS_MAX = 100;

    public IndexReport {
        problems = Limits.count("problems", problems, PROBLEMS_MAX);
    }

    public static IndexReport starting(boolean full) {
        return new IndexReport(full, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, List.of(), 0);
    }

    /** Whether the run changed anything in the index. */
    public boolean changed() {
        return created + updated + moved + deleted > 0;
    }

    /** Whether any file was created, changed or moved, so that imports of it or by it may lead elsewhere now. */
    public boolean arrived() {
        return created + updated + moved > 0;
    }

    /** Whether any file came, went or is elsewhere, so that what others name may be another file now. */
    public boolean rearranged() {
        return created + moved + deleted > 0;
    }

    /** The form in which it is stored. */
    public static IndexReport read(Tree tree) {
        return new IndexReport(
                tree.field("full").flag(),
                tree.field("total").integer(),
                tree.field("done").integer(),
                tree.field("created").integer(),
                tree.field("updated").integer(),
                tree.field("moved").integer(),
                tree.field("deleted").integer(),
                tree.field("unchanged").integer(),
                tree.field("tooLarge").integer(),
                tree.field("binary").integer(),
                tree.field("secret").integer(),
                tree.field("problems")
                        .list(problem -> new FileProblem(
                                problem.field("path").text(),
                                problem.field("kind").constant(FileProblem.Kind.class))),
                tree.field("problemCount").integer());
    }

    /** Returns the stored form. */
    public Map<String, @Nullable Object> tree() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("full", full);
        fields.put("total", total);
        fields.put("done", done);
        fields.put("created", created);
        fields.put("updated", updated);
        fields.put("moved", moved);
        fields.put("deleted", deleted);
        fields.put("unchanged", unchanged);
        fields.put("tooLarge", tooLarge);
        fields.put("binary", binary);
        fields.put("secret", secret);
        fields.put(
                "problems",
                problems.stream()
                        .map(problem -> Map.of("path", problem.path(), "kind", problem.kind()))
                        .toList());
        fields.put("problemCount", problemCount);
        return fields;
    }
}
