package dev.cairn.interchange;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.cairn.application.interchange.ImportedTicket.ImportedComment;
import dev.cairn.domain.ticket.Comment;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.user.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The body of a task: the text without Backlog.md's own marks, the acceptance criteria in it, and the comments, which are
 * taken out of the text.
 *
 * @param overview whole, with the criteria and whether they are met
 */
record BacklogBody(String overview, List<String> criteria, List<Said> said) {
    private static final String COMMENTS = "## Comments";
    private static final String COMMENTS_BEGIN = "<!-- COMMENTS:BEGIN -->\n";
    private static final String COMMENTS_END = "<!-- COMMENTS:END -->";
    private static final String CRITERIA_BEGIN = "<!-- AC:BEGIN -->\n";
    private static final String CRITERIA_END = "<!-- AC:END -->";
    private static final Pattern CRITERION = Pattern.compile("\\s*[-*] \\[[ xX]\\] (?:#\\d+ )?(.*)");
    private static final Pattern MARK = Pattern.compile(
            "(?m)^[ \\t]*<!-- (?:SECTION:[A-Z][A-Z0-9_]*|COMMENTS|COMMENT|AC|DOD):(?:BEGIN|END) -->[ \\t]*(?:\\n|\\z)");
    /** A field line at the start of a comment. */
    private static final Pattern FIELD = Pattern.compile("(author|created|index):\\s*(.*)");

    private static final String DELIMITER = "---";
    private static final String UNKNOWN_AUTHOR = "unknown";

    record Said(@Nullable String author, @Nullable String created, String text) {}

    static BacklogBody of(String body) {
        List<Said> said = new ArrayList<>();
        int begin = body.indexOf(COMMENTS_BEGIN);
        int end = begin < 0 ? -1 : body.indexOf(COMMENTS_END, begin);
        String words = body;
        if (end >= 0 && said(body.substring(begin + COMMENTS_BEGIN.length(), end), said)) {
            String before = body.substring(0, begin).stripTrailing();
            words = (before.endsWith(COMMENTS) ? before.substring(0, before.length() - COMMENTS.length()) : before)
                    + "\n\n"
                    + body.substring(end + COMMENTS_END.length()).stripLeading();
        }
        return new BacklogBody(MARK.matcher(words).replaceAll(""), criteria(words), said);
    }

    /** Fields, a line of hyphens, the words, a line of hyphens, for each; answers whether it is nothing but this. */
    private static boolean said(String section, List<Said> said) {
        String author = null;
        String created = null;
        List<String> words = null;
        for (String line : MARK.matcher(section).replaceAll("").split("\n", -1)) {
            Matcher field = FIELD.matcher(line);
            if (line.strip().equals(DELIMITER)) {
                if (words == null) {
                    words = new ArrayList<>();
                } else {
                    said.add(new Said(author, created, String.join("\n", words).strip()));
                    author = null;
                    created = null;
                    words = null;
                }
            } else if (words != null) {
                words.add(line);
            } else if (field.matches()) {
                author = field.group(1).equals("author") ? field.group(2).strip() : author;
                created = field.group(1).equals("created") ? field.group(2).strip() : created;
            } else if (!line.isBlank()) {
                said.clear();
                return false;
            }
        }
        if (words != null || said.stream().anyMatch(each -> each.text().isEmpty())) {
            said.clear();
            return false;
        }
        return true;
    }

    private static List<String> criteria(String words) {
        List<String> criteria = new ArrayList<>();
        int begin = words.indexOf(CRITERIA_BEGIN);
        while (begin >= 0) {
            int from = begin + CRITERIA_BEGIN.length();
            int end = words.indexOf(CRITERIA_END, from);
            if (end < 0) {
                break;
            }
            criteria(words.substring(from, end), criteria);
            begin = words.indexOf(CRITERIA_BEGIN, end);
        }
        return criteria;
    }

    private static void criteria(String section, List<String> criteria) {
        for (String line : section.split("\n", -1)) {
            Matcher item = CRITERION.matcher(line);
            if (item.matches() && !item.group(1).isBlank()) {
                criteria.add(item.group(1).strip());
            } else if (!line.isBlank()
                    && !criteria.isEmpty()
                    && criteria.getLast().length() <= TicketContent.CRITERION_MAX) {
                criteria.set(criteria.size() - 1, criteria.getLast() + "\n" + line.strip());
            }
        }
    }

    /** @param ticket its external id, with which those of the comments begin */
    List<ImportedComment> comments(String ticket, @Nullable Instant otherwise, Fitting fit) {
        List<ImportedComment> comments = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Said each : said) {
            Instant created = each.created() == null ? null : FileTime.read(TextNode.valueOf(each.created()));
            String author =
                    each.author() == null ? UNKNOWN_AUTHOR : each.author().replaceFirst("^@", "");
            String key = ForeignId.hash(author + "\n" + each.created() + "\n" + each.text());
            String unique = key;
            for (int n = 2; !ids.add(unique); n++) {
                unique = key + "." + n;
            }
            String place = "comments/" + unique;
            if (each.created() != null && created == null) {
                fit.keep(place + "/created", TextNode.valueOf(each.created()));
            }
            comments.add(new ImportedComment(
                    ticket + "#" + unique,
                    fit.text(place + "/author", author.isBlank() ? UNKNOWN_AUTHOR : author, User.NAME_MAX),
                    fit.text(place + "/text", each.text(), Comment.CONTENT_MAX),
                    created == null ? otherwise : created,
                    null,
                    List.of()));
        }
        return comments;
    }
}
