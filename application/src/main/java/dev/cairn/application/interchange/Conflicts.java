package dev.cairn.application.interchange;

import java.util.ArrayList;
import java.util.List;

/** Reports fields that both the file and a user here have changed, as problems (I2), so that no change is lost silently. */
final class Conflicts {
    private Conflicts() {}

    static List<ImportProblem> of(String place, FieldMerge merge) {
        List<ImportProblem> problems = new ArrayList<>();
        for (String field : merge.keptOurs()) {
            problems.add(new ImportProblem(
                    place, "conflict_kept_ours", "%s was changed here and in the file: ours stays".formatted(field)));
        }
        for (String field : merge.keptTheirs()) {
            problems.add(new ImportProblem(
                    place,
                    "conflict_kept_theirs",
                    "%s was changed here and in the file: the file's is newer".formatted(field)));
        }
        return problems;
    }
}
