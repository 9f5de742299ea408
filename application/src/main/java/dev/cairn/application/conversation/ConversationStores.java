package dev.cairn.application.conversation;

import dev.cairn.domain.conversation.ConversationRepository;
import dev.cairn.domain.conversation.MessageRepository;
import dev.cairn.domain.project.ProjectRepository;

/** The stores that the use cases of conversations share. */
public record ConversationStores(
        ProjectRepository projects, ConversationRepository conversations, MessageRepository messages) {}
