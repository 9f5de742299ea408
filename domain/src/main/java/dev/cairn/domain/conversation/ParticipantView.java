package dev.cairn.domain.conversation;

import dev.cairn.domain.user.UserType;

/** A participant of a conversation with the user's name. */
public record ParticipantView(Participant participant, String name, UserType type) {}
