package dev.cairn.application.conversation;

/**
 * A conversation that was asked for.
 *
 * @param created false where the same people have had it already (R39)
 */
public record Begun(ShownConversation shown, boolean created) {}
