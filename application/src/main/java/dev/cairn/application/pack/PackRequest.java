package dev.cairn.application.pack;

import dev.cairn.application.selection.SelectFiles;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.file.ProjectFile;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.prompt.Prompt;
import dev.cairn.domain.ticket.TicketRef;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The request to make a pack.
 *
 * @param files by id or path; when absent, those that the caller selected. A path that the index leaves out is packed too, when an
 *     editor of the project names it (X7)
 * @param relevantFiles how many of the files that matter to the tickets come behind these; {@value #RELEVANT_DEFAULT} when absent
 * @param budgetTokens how many tokens the text may have; {@value #BUDGET_DEFAULT} when absent
 * @param format Markdown when absent
 */
public record PackRequest(
        List<TicketRef> tickets,
        @Nullable List<String> files,
        List<Id<Prompt>> prompts,
        List<Id<Conversation>> conversations,
        @Nullable Integer relevantFiles,
        @Nullable Integer budgetTokens,
        @Nullable PackFormat format) {
    public static final int TICKETS_MAX = 50;
    public static final int PROMPTS_MAX = 50;
    public static final int CONVERSATIONS_MAX = 20;
    public static final int RELEVANT_MAX = 100;
    public static final int RELEVANT_DEFAULT = 10;
    public static final int BUDGET_MIN = 100;
    public static final int BUDGET_MAX = 1_000_000;
    public static final int BUDGET_DEFAULT = 32_000;

    public PackRequest {
        tickets = distinct(Limits.count("tickets", tickets, TICKETS_MAX));
        files = files == null ? null : Text.set("files", files, SelectFiles.FILES_MAX, ProjectFile.PATH_BYTES_MAX);
        prompts = distinct(Limits.count("prompts", prompts, PROMPTS_MAX));
        conversations = distinct(Limits.count("conversations", conversations, CONVERSATIONS_MAX));
        relevantFiles = Limits.optionalRange("relevantFiles", relevantFiles, 0, RELEVANT_MAX);
        budgetTokens = Limits.optionalRange("budgetTokens", budgetTokens, BUDGET_MIN, BUDGET_MAX);
    }

    /** Makes a request for tickets with all other parts at their defaults. */
    public static PackRequest of(List<TicketRef> tickets) {
        return new PackRequest(tickets, null, List.of(), List.of(), null, null, null);
    }

    int relevant() {
        return Objects.requireNonNullElse(relevantFiles, RELEVANT_DEFAULT);
    }

    int budget() {
        return Objects.requireNonNullElse(budgetTokens, BUDGET_DEFAULT);
    }

    PackFormat writtenAs() {
        return Objects.requireNonNullElse(format, PackFormat.MARKDOWN);
    }

    private static <T> List<T> distinct(List<T> values) {
        return List.copyOf(new LinkedHashSet<>(values));
    }
}
