package dev.cairn.application.ticket;

import dev.cairn.domain.project.MemberRepository;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.ticket.CommentRepository;
import dev.cairn.domain.ticket.TaskRepository;
import dev.cairn.domain.ticket.TicketLinkRepository;
import dev.cairn.domain.ticket.TicketRepository;

/** The stores of tickets and everything that belongs to them. */
public record TicketStores(
        ProjectRepository projects,
        MemberRepository members,
        TicketRepository tickets,
        TaskRepository tasks,
        CommentRepository comments,
        TicketLinkRepository links) {}
