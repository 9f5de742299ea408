package dev.cairn.persistence.verify;

import dev.cairn.persistence.verify.Invariant.NoRows;
import java.util.List;

/** The invariants of conversations, their participants and messages. */
final class TalkInvariants {
    static final List<Invariant> ALL = List.of(
            new NoRows(
                    "messages_are_numbered_below_the_next",
                    "R37",
                    "conversation",
                    "gives out a number next that the message %s has, or one before it",
                    """
                    SELECT c.id, m.id AS other FROM conversations c JOIN messages m ON m.conversation_id = c.id
                     WHERE m.seq >= c.next_seq
                    """),
            new NoRows(
                    "messages_are_numbered_without_a_gap",
                    "R37",
                    "conversation",
                    "has fewer messages than it gave out numbers; it belongs to the user %s",
                    """
                    SELECT c.id, c.owner_id AS other FROM conversations c
                     WHERE c.next_seq - 1 <> (SELECT count(*) FROM messages m WHERE m.conversation_id = c.id)
                    """),
            new NoRows(
                    "conversation_knows_when_it_spoke_last",
                    "R41",
                    "conversation",
                    "has another time than its newest message, %s",
                    """
                    SELECT c.id, m.id AS other
                      FROM conversations c LEFT JOIN messages m ON m.conversation_id = c.id AND m.seq = c.next_seq - 1
                     WHERE (c.last_message_at IS NULL) <> (m.id IS NULL) OR c.last_message_at <> m.created_at
                    """),
            new NoRows(
                    "conversation_is_listed_where_it_belongs",
                    "R41",
                    "conversation",
                    "is listed by another time than that of its last activity; it belongs to the user %s",
                    """
                    SELECT c.id, c.owner_id AS other FROM conversations c
                     WHERE c.active_at <> CASE WHEN c.last_message_at > c.created_at THEN c.last_message_at
                                               ELSE c.created_at END
                    """),
            new NoRows(
                    "nobody_read_what_was_not_said",
                    "R41",
                    "conversation",
                    "was read further than it goes by the user %s",
                    """
                    SELECT c.id, p.user_id AS other FROM participants p JOIN conversations c ON c.id = p.conversation_id
                     WHERE p.last_read_seq >= c.next_seq
                    """),
            new NoRows(
                    "same_people_find_their_conversation",
                    "R39",
                    "conversation",
                    "is found by other people than take part; it belongs to the user %s",
                    """
                    SELECT c.id, c.owner_id AS other FROM conversations c
                     WHERE c.people IS NOT NULL
                       AND (c.kind <> 'DIRECT' OR length(c.people) < 27
                            OR (length(c.people) + 1) / 14 <> (SELECT count(*) FROM participants p
                                                                WHERE p.conversation_id = c.id AND p.left_at IS NULL))
                    """),
            new NoRows(
                    "owner_takes_part", "R39", "conversation", "in no project is without its owner, the user %s", """
                    SELECT c.id, c.owner_id AS other FROM conversations c
                     WHERE c.project_id IS NULL
                       AND NOT EXISTS (SELECT 1 FROM participants p
                                        WHERE p.conversation_id = c.id AND p.user_id = c.owner_id AND p.left_at IS NULL)
                    """),
            new NoRows(
                    "answer_is_in_the_conversation",
                    "R37",
                    "message",
                    "answers the message %s of another conversation",
                    """
                    SELECT m.id, a.id AS other FROM messages m JOIN messages a ON a.id = m.parent_id
                     WHERE a.conversation_id <> m.conversation_id
                    """));

    private TalkInvariants() {}
}
