package dev.cairn.persistence.conversation;

import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.Message;
import dev.cairn.persistence.kernel.MappingRules;
import dev.cairn.persistence.kernel.RowMapper;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Maps conversations and their messages to their rows and back. */
@Mapper(config = MappingRules.class)
interface ConversationMapper extends RowMapper<Conversation, ConversationRow> {
    @Override
    @Mapping(target = "lifecycle", source = "row")
    Conversation toDomain(ConversationRow row);

    @Override
    @Mapping(target = ".", source = "lifecycle")
    @Mapping(target = "titleKey", source = "title", qualifiedByName = "uniqueKey")
    ConversationRow toRow(Conversation root);

    Message toDomain(MessageRow row);

    MessageRow toRow(Message message);
}
