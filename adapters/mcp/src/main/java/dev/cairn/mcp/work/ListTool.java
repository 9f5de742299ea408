package dev.cairn.mcp.work;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cairn.application.queue.ClaimService;
import dev.cairn.application.ticket.ReadyService;
import dev.cairn.application.ticket.ReadyTicket;
import dev.cairn.application.ticket.TicketService;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Archived;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.ClaimFilter;
import dev.cairn.domain.queue.ClaimRepository;
import dev.cairn.domain.queue.ClaimView;
import dev.cairn.domain.ticket.TicketFilter;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.mcp.tool.Asked;
import dev.cairn.mcp.tool.Effect;
import dev.cairn.mcp.tool.Says;
import dev.cairn.mcp.tool.Tool;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The tool {@code list_work}: lists tickets of a project. */
public record ListTool(Projects projects, TicketService tickets, ReadyService ready, ClaimService claims) {
    static final int ROWS_DEFAULT = 20;
    private static final Sort NEWEST = Sort.by(Sort.desc("updatedAt"));

    enum Show {
        READY,
        BLOCKED,
        HELD,
        ALL
    }

    record Query(
            @Nullable String project,

            @Says("ready (default): can be claimed, first one first; blocked: with what they wait for; held: by whom;"
                    + " all: newest first, by the filters below")
            @Nullable
            Show show,

            @Nullable List<TicketStatus> status,
            @Nullable String label,
            @Says("Words in title or overview") @Nullable String text,

            @Says(min = 1, max = SearchTool.ROWS_MAX) @Nullable
            Integer limit,

            @Says("next_cursor of the page before") @Nullable
            String cursor) {
        boolean filters() {
            return status != null || label != null || text != null;
        }

        Show shown() {
            Show wanted = show == null ? filters() ? Show.ALL : Show.READY : show;
            if (filters() && wanted != Show.ALL) {
                throw Invalid.of(ErrorCode.INVALID, "show", "status, label and text go with show: all");
            }
            return wanted;
        }

        int rows() {
            return dev.cairn.domain.kernel.Limits.range(
                    "limit", Objects.requireNonNullElse(limit, ROWS_DEFAULT), 1, SearchTool.ROWS_MAX);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Listed(
            List<Shown.Line> items,
            @Nullable List<Shown.Held> held,
            @Nullable String nextCursor,
            List<String> nextSteps) {}

    public Tool<Query, Listed> tool() {
        return new Tool<>(
                "list_work",
                "List work",
                "Lists the tickets of a project: what is ready to be worked on, in the order in which claim_next hands it out;"
                        + " what is blocked and by what; who holds what; or any, by filters. To start working call claim_next"
                        + " instead: what is listed may be gone a moment later.",
                Effect.READS,
                Query.class,
                Listed.class,
                this::list);
    }

    private Listed list(Asked asked, Query query) {
        Show show = query.shown();
        int rows = query.rows();
        ProjectRef project = projects.require(asked, query.project());
        return switch (show) {
            case READY -> {
                var page = ready.list(asked.caller(), project, false, rows, query.cursor());
                yield listed(page.map(each -> Shown.Line.of(each.ticket())), "claim_next hands out the first of them.");
            }
            case BLOCKED -> blocked(ready.list(asked.caller(), project, true, rows, query.cursor()));
            case HELD ->
                held(claims.list(
                        asked.caller(),
                        project,
                        ClaimFilter.LIVE,
                        new PageRequest(rows, query.cursor(), ClaimRepository.NEWEST, false)));
            case ALL -> {
                var page = tickets.list(
                        asked.caller(), project, filter(query), new PageRequest(rows, query.cursor(), NEWEST, false));
                yield listed(page.map(Shown.Line::of), "get {id: KEY} shows one.");
            }
        };
    }

    private static TicketFilter filter(Query query) {
        return new TicketFilter(
                null,
                query.status() == null ? List.of() : query.status(),
                List.of(),
                List.of(),
                null,
                null,
                query.label(),
                Archived.NO,
                query.text(),
                false);
    }

    /** Returns a page of unfinished tickets without the ready ones: so it may be short, and others follow. */
    private static Listed blocked(Page<ReadyTicket> page) {
        List<Shown.Line> lines = page.items().stream()
                .filter(each -> !each.ready())
                .map(each -> Shown.Line.of(
                        each.ticket(),
                        each.reasons().stream()
                                .map(ReadyTicket.Reason::ticket)
                                .filter(Objects::nonNull)
                                .toList()))
                .toList();
        return new Listed(lines, null, page.nextCursor(), List.of("Work on what they wait for frees them."));
    }

    private static Listed listed(Page<Shown.Line> page, String next) {
        String step = page.items().isEmpty() ? "There is none: list_work {show: \"all\"} shows all tickets." : next;
        return new Listed(page.items(), null, page.nextCursor(), List.of(step));
    }

    private static Listed held(Page<ClaimView> page) {
        return new Listed(
                List.of(),
                page.items().stream().map(ListTool::held).toList(),
                page.nextCursor(),
                List.of(page.items().isEmpty() ? "Nobody holds anything." : "get {id: CLAIM} shows one."));
    }

    static Shown.Held held(ClaimView view) {
        Claim claim = view.claim();
        return new Shown.Held(
                claim.id(),
                view.ticketKey(),
                view.ticketTitle(),
                claim.label(),
                claim.fencingToken(),
                view.leaseUntil(),
                null,
                Shown.Left.of(null, claim.note(), claim.error(), claim.progress()));
    }
}
