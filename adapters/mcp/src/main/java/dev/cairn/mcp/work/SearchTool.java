package dev.cairn.mcp.work;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cairn.application.search.SearchService;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.search.SearchHit;
import dev.cairn.domain.search.SearchKind;
import dev.cairn.domain.ticket.TicketKey;
import dev.cairn.mcp.tool.Asked;
import dev.cairn.mcp.tool.Effect;
import dev.cairn.mcp.tool.Says;
import dev.cairn.mcp.tool.Tool;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The tool {@code search}: finds words in all that the caller may see. */
public final class SearchTool {
    private static final int HITS_DEFAULT = 10;
    static final int ROWS_MAX = 100;

    private final SearchService search;

    public SearchTool(SearchService search) {
        this.search = search;
    }

    record Query(
            @Says("Words that all have to occur") String query,
            @Nullable String project,
            @Nullable List<SearchKind> kinds,
            @Says(min = 1, max = ROWS_MAX) @Nullable Integer limit) {}

    /** The hits, the best first. */
    record Found(List<Hit> hits, List<String> nextSteps) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Hit(
            @Nullable TicketKey ticket,
            @Nullable Id<Conversation> conversation,
            String title,
            SearchKind kind,
            Id<?> id,
            String snippet) {
        static Hit of(SearchHit hit) {
            return new Hit(
                    hit.ticketKey(), hit.conversationId(), hit.title(), hit.kind(), hit.id(), plain(hit.snippet()));
        }

        /** Snippets are for pages: found words are marked and the rest is escaped. */
        private static String plain(String snippet) {
            return snippet.replace("<mark>", "")
                    .replace("</mark>", "")
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&quot;", "\"")
                    .replace("&#39;", "'")
                    .replace("&#x27;", "'")
                    .replace("&amp;", "&");
        }
    }

    public Tool<Query, Found> search() {
        return new Tool<>(
                "search",
                "Search",
                "Finds tickets, tasks, comments, messages, prompts and files by their words, best first, in one project or in all you may see."
                        + " Call it before save_ticket, so that nothing is filed twice.",
                Effect.READS,
                Query.class,
                Found.class,
                this::search);
    }

    private Found search(Asked asked, Query query) {
        List<SearchHit> hits = search.search(
                asked.caller(),
                query.query(),
                query.kinds() == null ? List.of() : query.kinds(),
                query.project() == null ? null : ProjectRef.parse(query.project()),
                Limits.range("limit", Objects.requireNonNullElse(query.limit(), HITS_DEFAULT), 1, ROWS_MAX));
        return new Found(
                hits.stream().map(Hit::of).toList(),
                List.of(hits.isEmpty() ? "Nothing has all these words: try fewer." : next(hits.getFirst())));
    }

    private static String next(SearchHit first) {
        return switch (first.kind()) {
            case MESSAGE ->
                "read_messages {conversation: \"%s\"} shows the conversation of the first."
                        .formatted(first.conversationId());
            case FILE ->
                "get_files {project: \"%s\", paths: [\"%s\"]} shows the first."
                        .formatted(first.projectId(), first.title());
            case TICKET, TASK, COMMENT, PROMPT ->
                "get {id: \"%s\"} shows the first."
                        .formatted(first.ticketKey() == null ? first.id() : first.ticketKey());
        };
    }
}
