package dev.cairn.application.relevance;

import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.file.ProjectFile;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.relevance.RelevantFile;
import dev.cairn.domain.relevance.SoughtWords;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.ticket.TicketRepository;
import dev.cairn.domain.user.Caller;
import java.util.List;

/** Finds the files that are relevant to a ticket, with the reasons (L38). */
public final class RelevanceService {
    public static final int LIMIT_MAX = 100;

    private final UnitOfWork work;
    private final TicketRepository tickets;
    private final FileRanking ranking;

    public RelevanceService(UnitOfWork work, TicketRepository tickets, FileRanking ranking) {
        this.work = work;
        this.tickets = tickets;
        this.ranking = ranking;
    }

    /** Answers the best files of the ticket's project, the best first, ties by path; none where nothing is indexed. */
    public List<RelevantFile> relevant(Caller caller, TicketRef ref, int limit) {
        Limits.range("limit", limit, 1, LIMIT_MAX);
        Access access = Access.read(caller);
        return work.read(() -> {
            Ticket ticket = tickets.require(access, ref);
            return ranking.rank(ticket.projectId(), SoughtWords.of(ticket.content()), suggested(ticket)).stream()
                    .limit(limit)
                    .toList();
        });
    }

    private static List<Id<ProjectFile>> suggested(Ticket ticket) {
        return ticket.content().suggestedFileIds().stream()
                .map(id -> new Id<ProjectFile>(id.value()))
                .toList();
    }
}
