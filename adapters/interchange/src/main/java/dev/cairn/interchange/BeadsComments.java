package dev.cairn.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.application.interchange.ImportedTicket.ImportedComment;
import dev.cairn.domain.ticket.Comment;
import dev.cairn.domain.user.User;
import dev.cairn.interchange.Problems.Code;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The comments of an issue of beads; one that cannot be taken stays with its words in the rest. */
final class BeadsComments {
    private static final String FIELD = "comments";
    private static final String UNKNOWN_AUTHOR = "unknown";
    private static final List<String> TEXTS = List.of("text", "body", "content", "comment");
    private static final List<String> AUTHORS = List.of("author", "created_by", "user");

    private final String issue;
    private final Source source;
    private final Fitting fit;
    private final Set<String> ids = new HashSet<>();

    private BeadsComments(String issue, Source source, Fitting fit) {
        this.issue = issue;
        this.source = source;
        this.fit = fit;
    }

    static List<ImportedComment> read(String issue, Source source, Fitting fit) {
        BeadsComments reader = new BeadsComments(issue, source, fit);
        List<ImportedComment> comments = new ArrayList<>();
        ArrayNode left = JsonNodeFactory.instance.arrayNode();
        for (JsonNode node : source.array(FIELD)) {
            ImportedComment comment = reader.comment(node);
            if (comment == null) {
                left.add(node);
            } else if (reader.ids.add(comment.externalId())) {
                comments.add(comment);
            } else {
                left.add(node);
                source.report(Code.DUPLICATE, "A comment's id is taken; kept in metadata");
            }
        }
        if (!left.isEmpty()) {
            fit.keep(FIELD, left);
        }
        return comments;
    }

    private @Nullable ImportedComment comment(JsonNode node) {
        ObjectNode fields = node instanceof ObjectNode object
                ? object.deepCopy()
                : JsonNodeFactory.instance.objectNode().set(TEXTS.getFirst(), node);
        Source comment = new Source(source.place(), fields, source.problems());
        String text = comment.firstText(TEXTS);
        if (text == null) {
            source.report(Code.MALFORMED, "A comment has no text; kept in metadata");
            return null;
        }
        String author = comment.firstText(AUTHORS);
        if (author == null) {
            source.report(Code.MALFORMED, "A comment has no author");
            author = UNKNOWN_AUTHOR;
        }
        String written = comment.rest().path("created_at").asText("");
        Instant createdAt = comment.time("created_at");
        String id = Objects.requireNonNullElse(
                comment.text("id"), "by:" + ForeignId.hash(String.join("\n", author, written, text)));
        comment.loseRest(FIELD, Set.of("issue_id"));
        String key = FIELD + "/" + id;
        return new ImportedComment(
                ForeignId.of(issue + "#" + id),
                fit.text(key + "/author", author, User.NAME_MAX),
                fit.text(key + "/text", text, Comment.CONTENT_MAX),
                createdAt,
                null,
                List.of());
    }
}
