package dev.cairn.domain.conversation;

import dev.cairn.domain.user.UserType;

/** Somebody in a conversation, with what they are called. */
public record ParticipantView(Participant participant, String name, UserType type) {}
