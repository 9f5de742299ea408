package dev.cairn.application.pack;

import dev.cairn.domain.conversation.ConversationRepository;
import dev.cairn.domain.conversation.MessageRepository;
import dev.cairn.domain.file.ProjectFolderRepository;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.prompt.PromptRepository;
import dev.cairn.domain.setting.SettingRepository;
import dev.cairn.domain.ticket.CommentRepository;
import dev.cairn.domain.ticket.TicketRepository;

/** The stores of what goes into packs. */
public record PackStores(
        ProjectRepository projects,
        TicketRepository tickets,
        CommentRepository comments,
        ConversationRepository conversations,
        MessageRepository messages,
        PromptRepository prompts,
        ProjectFolderRepository folders,
        SettingRepository settings) {}
