package dev.cairn.http.relevance;

import dev.cairn.application.relevance.RelevanceService;
import dev.cairn.domain.relevance.RelevantFile;
import dev.cairn.domain.relevance.RelevantFile.Weights;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.Routes;
import dev.cairn.http.door.Within;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestBean;
import java.util.List;

/** The route of the files that matter to a ticket, with the reasons (L38). */
@Routes(HttpSettings.BASE + "/tickets/{ticket}/relevant-files")
record RelevanceController(RelevanceService relevance) {
    private static final int LIMIT_DEFAULT = 20;

    /** The number of files wanted. */
    @Introspected
    record Wanted(
            @Within(min = 1, max = RelevanceService.LIMIT_MAX, absent = LIMIT_DEFAULT)
            int limit) {}

    /** The files, the best first, and how much each reason counts. */
    record RelevantFiles(Weights weights, List<RelevantFile> items) {}

    @Get
    RelevantFiles list(Caller caller, TicketRef ticket, @RequestBean Wanted wanted) {
        return new RelevantFiles(Weights.USED, relevance.relevant(caller, ticket, wanted.limit()));
    }
}
