package dev.cairn.application.interchange;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.ticket.Ticket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What became of the entries of one file so far. */
final class ImportTally {
    private final Map<String, Outcome> outcomes = new HashMap<>();
    private final List<ImportProblem> problems = new ArrayList<>();
    private final List<Opening> openings = new ArrayList<>();
    private int otherChanges;

    /** What became of a ticket. */
    enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED,
        SKIPPED
    }

    /** A ticket that is to be open again, once all that it waits for is stored. */
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

    /** Something besides tickets changed: a queue, an artifact, the project. */
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
