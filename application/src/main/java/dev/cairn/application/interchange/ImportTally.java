package dev.cairn.application.interchange;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.ticket.Ticket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts the results of importing one file. */
final class ImportTally {
    private final Map<String, Outcome> outcomes = new HashMap<>();
    private final List<ImportProblem> problems = new ArrayList<>();
    private final List<Opening> openings = new ArrayList<>();
    private int otherChanges;

    /** The result of importing one ticket. */
    enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED,
        SKIPPED
    }

    /** A ticket to open once everything that it waits for is stored. */
    record Opening(Id<Ticket> ticket, long version) {}

    void put(String externalId, Outcome outcome) {
        outcomes.put(externalId, outcome);
    }

    void open(Opening opening) {
        openings.add(opening);
    }

    List<Opening> openings() {
        return openings;
    }

    void problem(ImportProblem problem) {
        problems.add(problem);
    }

    /** Counts a change of something besides tickets: a queue, an artifact, the project. */
    void changed() {
        otherChanges++;
    }

    boolean hasChanged() {
        return otherChanges > 0 || count(Outcome.CREATED) + count(Outcome.UPDATED) > 0;
    }

    ImportReport report(ImportPlan plan) {
        List<ImportProblem> all = new ArrayList<>(plan.problems());
        all.addAll(problems);
        return new ImportReport(
                count(Outcome.CREATED),
                count(Outcome.UPDATED),
                count(Outcome.UNCHANGED),
                plan.skipped().size() + count(Outcome.SKIPPED),
                all.subList(0, Math.min(all.size(), ImportReport.PROBLEMS_MAX)));
    }

    private int count(Outcome outcome) {
        return (int) outcomes.values().stream().filter(o -> o == outcome).count();
    }
}
