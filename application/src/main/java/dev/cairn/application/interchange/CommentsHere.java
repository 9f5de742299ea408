package dev.cairn.application.interchange;

import dev.cairn.application.interchange.ImportedTicket.ImportedComment;
import dev.cairn.domain.interchange.Alias;
import dev.cairn.domain.interchange.AliasKind;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.ticket.Comment;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the stored comment of an imported one on a ticket, each in constant time (I4). */
final class CommentsHere {
    /** The field of an alias that holds a comment's {@link #fingerprint}. */
    static final String SAME = "same";

    private final Map<Id<?>, Comment> byId = new LinkedHashMap<>();
    /** The comments with the same words in their order; a matched one is removed when it is met. */
    private final Map<Words, Deque<Comment>> byWords = new HashMap<>();

    private final Map<String, Deque<Id<?>>> deleted = new HashMap<>();

    /** @param createdAt null for any time */
    private record Words(
            String author, String content, @Nullable Instant createdAt) {}

    CommentsHere(List<Comment> comments, Collection<Alias> aliases) {
        for (Comment comment : comments) {
            byId.put(comment.id(), comment);
            put(comment, comment.createdAt());
            put(comment, null);
        }
        for (Alias alias : aliases) {
            String same = alias.seen() == null ? null : alias.seen().fields().get(SAME);
            if (alias.kind() == AliasKind.COMMENT && same != null) {
                deleted.computeIfAbsent(same, _ -> new ArrayDeque<>()).add(alias.subjectId());
            }
        }
    }

    static String fingerprint(ImportedComment comment) {
        List<@Nullable Object> parts = new ArrayList<>();
        parts.add(comment.author().strip());
        parts.add(comment.content().strip());
        parts.add(comment.createdAt());
        return Fingerprint.of(parts);
    }

    Collection<Comment> all() {
        return byId.values();
    }

    @Nullable
    Comment get(Id<?> id) {
        return byId.get(id);
    }

    /** Returns the comment with the same id, or the first unmatched one with the same words. */
    @Nullable
    Comment find(ImportedComment comment, Set<Id<?>> matched) {
        Comment named = Id.isId(comment.externalId()) ? byId.get(Id.<Comment>parse(comment.externalId())) : null;
        if (named != null && !matched.contains(named.id())) {
            return named;
        }
        Deque<Comment> same = byWords.get(
                new Words(comment.author().strip(), comment.content().strip(), comment.createdAt()));
        while (same != null
                && !same.isEmpty()
                && matched.contains(same.getFirst().id())) {
            same.removeFirst();
        }
        return same == null ? null : same.peekFirst();
    }

    /** Returns a deleted comment with the same words, so that it stays deleted under another number, too. */
    @Nullable
    Id<?> findDeleted(String fingerprint, Set<Id<?>> matched) {
        Deque<Id<?>> same = deleted.get(fingerprint);
        while (same != null && !same.isEmpty() && matched.contains(same.getFirst())) {
            same.removeFirst();
        }
        return same == null ? null : same.peekFirst();
    }

    private void put(Comment comment, @Nullable Instant createdAt) {
        byWords.computeIfAbsent(new Words(comment.authorName(), comment.content(), createdAt), _ -> new ArrayDeque<>())
                .add(comment);
    }
}
