package dev.cairn.application.agent;

import dev.cairn.domain.agent.AgentRepository;
import dev.cairn.domain.agent.AgentRunRepository;
import dev.cairn.domain.agent.SummaryUseRepository;
import dev.cairn.domain.model.ModelProviderRepository;
import dev.cairn.domain.project.MemberRepository;
import dev.cairn.domain.queue.ClaimRepository;
import dev.cairn.domain.setting.SettingRepository;
import dev.cairn.domain.ticket.TicketRepository;
import dev.cairn.domain.user.UserRepository;

/** The stores that the use cases of agents share. */
public record AgentStores(
        AgentRepository agents,
        AgentRunRepository runs,
        SummaryUseRepository summaries,
        UserRepository users,
        ModelProviderRepository providers,
        MemberRepository members,
        SettingRepository settings,
        ClaimRepository claims,
        TicketRepository tickets) {}
