package dev.cairn.application.conversation;

import dev.cairn.domain.conversation.ConversationRepository;
import dev.cairn.domain.conversation.MessageRepository;
import dev.cairn.domain.conversation.ParticipantRepository;
import dev.cairn.domain.project.MemberRepository;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.user.UserRepository;

/** The stores that the use cases of conversations share. */
public record ConversationStores(
        ProjectRepository projects,
        ConversationRepository conversations,
        MessageRepository messages,
        ParticipantRepository participants,
        MemberRepository members,
        UserRepository users) {}
