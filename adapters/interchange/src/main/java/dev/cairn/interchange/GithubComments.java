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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the comments of one issue of GitHub.
 *
 * @param id the external id of the issue
 */
record GithubComments(String id, Source source, Fitting fit) {
    private static final String COMMENTS = "comments";
    /** The name that GitHub shows for a deleted account. */
    private static final String GHOST = "ghost";

    /** Reads the comments; those without a text, or with the id of an earlier one, stay in the metadata. */
    List<ImportedComment> read() {
        List<ImportedComment> comments = new ArrayList<>();
        ArrayNode left = JsonNodeFactory.instance.arrayNode();
        Set<String> ids = new LinkedHashSet<>();
        for (JsonNode node : source.array(COMMENTS)) {
            ImportedComment comment = node instanceof ObjectNode fields ? comment(fields.deepCopy()) : null;
            if (comment != null && ids.add(comment.externalId())) {
                comments.add(comment);
            } else {
                left.add(node);
            }
        }
        if (!left.isEmpty()) {
            fit.keep(COMMENTS, left);
            source.problems()
                    .report(
                            id,
                            Code.MALFORMED,
                            "%d comments without a text, or twice; kept in metadata".formatted(left.size()));
        }
        return comments;
    }

    private @Nullable ImportedComment comment(ObjectNode fields) {
        Source comment = new Source(id, fields, source.problems());
        String text = comment.text("body");
        if (text == null) {
            return null;
        }
        String login = fields.path("author").path("login").asText("");
        String author = login.isEmpty() ? GHOST : login;
        fields.remove("author");
        Instant createdAt = comment.time("createdAt");
        String own = comment.text("id");
        String key = own == null ? "by:" + ForeignId.hash(author + "\n" + createdAt + "\n" + text) : own;
        fields.remove("viewerDidAuthor");
        comment.dropEmpty();
        comment.loseRest(COMMENTS);
        return new ImportedComment(
                ForeignId.of(id + "#" + key),
                fit.text(COMMENTS + "/" + key + "/author", author, User.NAME_MAX),
                fit.text(COMMENTS + "/" + key + "/body", text, Comment.CONTENT_MAX),
                createdAt,
                null,
                List.of());
    }
}
