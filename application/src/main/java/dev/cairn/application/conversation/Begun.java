package dev.cairn.application.conversation;

/**
 * The result of asking for a conversation.
 *
 * @param created false where the same people have had it already (R39)
 */
public record Begun(ShownConversation shown, boolean created) {}
