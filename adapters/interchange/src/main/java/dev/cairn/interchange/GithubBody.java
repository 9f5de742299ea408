package dev.cairn.interchange;

import dev.cairn.application.interchange.ImportedTicket.ImportedLink;
import dev.cairn.application.interchange.ImportedTicket.ImportedTask;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TaskContent;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.interchange.Problems.Code;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the items of task lists, and the issues it waits for, in the Markdown of an issue. The text itself stays as it is;
 * code in it is ignored.
 */
final class GithubBody {
    private static final Pattern ITEM = Pattern.compile("\\s*(?:[-*+]|\\d{1,9}[.)])\\s+\\[([ xX])]\\s+(\\S.*)");
    private static final Pattern BACKTICKS = Pattern.compile("`+");
    private static final String NUMBERS = ":?\\s+(#\\d{1,9}(?:(?:,|\\s+and|\\s+&)\\s+#\\d{1,9}){0,50})\\b";
    private static final List<Phrase> PHRASES = List.of(
            new Phrase("(?:is\\s+)?blocked\\s+by|depends\\s+on|depending\\s+on|waits?\\s+for", LinkKind.BLOCKS, false),
            new Phrase("blocks", LinkKind.BLOCKS, true),
            new Phrase("duplicates?(?:\\s+of)?", LinkKind.DUPLICATES, true),
            new Phrase("close[sd]?|fix(?:e[sd])?|resolve[sd]?", LinkKind.RELATES_TO, true));
    private static final Pattern NUMBER = Pattern.compile("#\\d+");

    private final String issue;
    private final Fitting fit;
    private final Set<ImportedLink> links = new LinkedHashSet<>();
    private final List<ImportedTask> tasks = new ArrayList<>();
    private final Map<String, Integer> texts = new HashMap<>();
    private int leftOut;

    /** Words that stand before the numbers of other issues. */
    private record Phrase(Pattern pattern, LinkKind kind, boolean outgoing) {
        Phrase(String words, LinkKind kind, boolean outgoing) {
            this(Pattern.compile("(?i)\\b(?:" + words + ")" + NUMBERS), kind, outgoing);
        }
    }

    /** @param issue its external id, with which those of the tasks begin */
    GithubBody(String issue, String body, Fitting fit) {
        this.issue = issue;
        this.fit = fit;
        CodeFence fence = new CodeFence();
        body.lines().filter(line -> !fence.takes(line)).forEach(this::line);
        if (leftOut > 0) {
            fit.problems()
                    .report(
                            issue,
                            Code.NOT_CARRIED_OVER,
                            "%d items of its task lists stay text only: a ticket has at most %d tasks"
                                    .formatted(leftOut, Task.PER_TICKET_MAX));
        }
    }

    List<ImportedTask> tasks() {
        return tasks;
    }

    Set<ImportedLink> links() {
        return links;
    }

    private void line(String line) {
        Matcher item = ITEM.matcher(line);
        if (item.matches()) {
            task(item.group(2).strip(), !item.group(1).isBlank());
        }
        String words = withoutCode(line);
        for (Phrase phrase : PHRASES) {
            Matcher found = phrase.pattern().matcher(words);
            while (found.find()) {
                NUMBER.matcher(found.group(1)).results().forEach(number -> link(phrase, number.group()));
            }
        }
    }

    /** Code begins with some backticks, and ends with as many. */
    private static String withoutCode(String line) {
        List<MatchResult> marks = BACKTICKS.matcher(line).results().toList();
        Set<Integer> endless = new HashSet<>();
        StringBuilder words = new StringBuilder();
        int from = 0;
        for (int i = 0; i < marks.size(); i++) {
            int length = length(marks.get(i));
            int end = i + 1;
            while (end < marks.size() && !endless.contains(length) && length(marks.get(end)) != length) {
                end++;
            }
            if (end == marks.size() || endless.contains(length)) {
                endless.add(length);
            } else {
                words.append(line, from, marks.get(i).start()).append(' ');
                from = marks.get(end).end();
                i = end;
            }
        }
        return words.append(line, from, line.length()).toString();
    }

    private static int length(MatchResult mark) {
        return mark.end() - mark.start();
    }

    private void link(Phrase phrase, String number) {
        String other = "#" + Integer.parseInt(number.substring(1));
        if (!other.equals(issue)) {
            links.add(new ImportedLink(issue, phrase.kind(), phrase.outgoing(), other));
        }
    }

    /** Adds a task; its id is its text's hash, and the order among equal texts, so that a task added above changes no other's. */
    private void task(String text, boolean done) {
        if (tasks.size() == Task.PER_TICKET_MAX) {
            leftOut++;
            return;
        }
        int before = texts.merge(text, 1, Integer::sum);
        String key = ForeignId.hash(text) + (before == 1 ? "" : "." + before);
        String content = fit.text("tasks/" + key, text, TaskContent.CONTENT_MAX);
        tasks.add(new ImportedTask(
                issue,
                issue + "." + key,
                TaskContent.of(content),
                done ? TaskStatus.COMPLETED : TaskStatus.PENDING,
                List.of(),
                null,
                null,
                null,
                List.of()));
    }
}
