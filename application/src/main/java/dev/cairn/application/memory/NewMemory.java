package dev.cairn.application.memory;

import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.memory.MemoryContent;
import org.jspecify.annotations.Nullable;

/**
 * The command to store a memory.
 *
 * @param conversationId in which it was learned
 */
public record NewMemory(MemoryContent content, @Nullable Id<Conversation> conversationId) {}
