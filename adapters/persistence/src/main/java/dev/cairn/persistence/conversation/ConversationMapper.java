package dev.cairn.persistence.conversation;

import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.search.SearchWords;
import dev.cairn.persistence.kernel.Conversions;
import dev.cairn.persistence.kernel.MappingRules;
import dev.cairn.persistence.kernel.RowMapper;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Maps conversations and their messages to their rows and back. */
@Mapper(
        config = MappingRules.class,
        imports = {Conversions.class, SearchWords.class})
interface ConversationMapper extends RowMapper<Conversation, ConversationRow> {
    /**
     * The longest text indexed for scripts without spaces; of a longer one only its beginning, as PostgreSQL's index takes no
     * more.
     */
    int BESIDE_MAX = 50_000;

    @Override
    @Mapping(target = "content", source = "row")
    @Mapping(target = "lifecycle", source = "row")
    Conversation toDomain(ConversationRow row);

    @Override
    @Mapping(target = ".", source = "content")
    @Mapping(target = ".", source = "lifecycle")
    @Mapping(target = "titleKey", source = "content.title", qualifiedByName = "uniqueKey")
    @Mapping(target = "activeAt", expression = "java(activeAt(root))")
    ConversationRow toRow(Conversation root);

    @Mapping(target = "runId", expression = "java(Conversions.id(row.runId()))")
    Message toDomain(MessageRow row);

    @Mapping(target = "runId", expression = "java(Conversions.number(message.runId()))")
    @Mapping(target = "searchBeside", expression = "java(beside(message))")
    MessageRow toRow(Message message);

    /** The later of when it began and when something was said last. */
    default Instant activeAt(Conversation root) {
        Instant said = root.lastMessageAt();
        Instant began = root.lifecycle().createdAt();
        return said != null && said.isAfter(began) ? said : began;
    }

    /** The words of a message that the engines do not see (ADR 23). */
    default @Nullable String beside(Message message) {
        String text = message.content();
        return SearchWords.beside(text.length() <= BESIDE_MAX ? text : text.substring(0, BESIDE_MAX));
    }
}
