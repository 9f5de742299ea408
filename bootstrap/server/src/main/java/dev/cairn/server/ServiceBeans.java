package dev.cairn.server;

import dev.cairn.application.CairnServices;
import dev.cairn.application.activity.ActivityService;
import dev.cairn.application.artifact.ArtifactService;
import dev.cairn.application.artifact.GenerationService;
import dev.cairn.application.collected.CollectedService;
import dev.cairn.application.conversation.ConversationService;
import dev.cairn.application.idempotency.IdempotencyService;
import dev.cairn.application.interchange.ExportService;
import dev.cairn.application.interchange.ImportService;
import dev.cairn.application.overview.OverviewService;
import dev.cairn.application.project.MemberService;
import dev.cairn.application.project.ProjectService;
import dev.cairn.application.queue.ClaimService;
import dev.cairn.application.queue.QueueItemService;
import dev.cairn.application.queue.QueueService;
import dev.cairn.application.queue.ReadyClaimService;
import dev.cairn.application.search.SearchService;
import dev.cairn.application.setting.SettingService;
import dev.cairn.application.ticket.CommentService;
import dev.cairn.application.ticket.LinkService;
import dev.cairn.application.ticket.ReadyService;
import dev.cairn.application.ticket.TaskService;
import dev.cairn.application.ticket.TicketService;
import dev.cairn.application.user.AccountService;
import dev.cairn.application.user.ApiTokenService;
import dev.cairn.application.user.Authentication;
import dev.cairn.application.user.LocalAuthentication;
import dev.cairn.application.user.LocalOwner;
import dev.cairn.application.user.PreferencesService;
import dev.cairn.application.user.UserService;
import dev.cairn.domain.user.TokenHash;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Each use case as a bean, for the adapters that are beans themselves. */
@Factory
final class ServiceBeans {
    private final CairnServices services;

    ServiceBeans(CairnServices services) {
        this.services = services;
    }

    @Singleton
    LocalOwner localOwner() {
        return services.localOwner();
    }

    @Singleton
    LocalAuthentication localAuthentication(TokenHash localToken) {
        return new LocalAuthentication(localToken, services.localOwner());
    }

    @Singleton
    ProjectService projects() {
        return services.projects();
    }

    @Singleton
    OverviewService overviews() {
        return services.overviews();
    }

    @Singleton
    CollectedService collected() {
        return services.collected();
    }

    @Singleton
    ArtifactService artifacts() {
        return services.artifacts();
    }

    @Singleton
    GenerationService generation() {
        return services.generation();
    }

    @Singleton
    MemberService members() {
        return services.members();
    }

    @Singleton
    ConversationService conversations() {
        return services.conversations();
    }

    @Singleton
    TicketService tickets() {
        return services.tickets();
    }

    @Singleton
    ReadyService ready() {
        return services.ready();
    }

    @Singleton
    TaskService tasks() {
        return services.tasks();
    }

    @Singleton
    CommentService comments() {
        return services.comments();
    }

    @Singleton
    LinkService links() {
        return services.links();
    }

    @Singleton
    QueueService queues() {
        return services.queues();
    }

    @Singleton
    QueueItemService items() {
        return services.items();
    }

    @Singleton
    ClaimService claims() {
        return services.claims();
    }

    @Singleton
    ReadyClaimService readyClaims() {
        return services.readyClaims();
    }

    @Singleton
    SearchService search() {
        return services.search();
    }

    @Singleton
    ActivityService activity() {
        return services.activity();
    }

    @Singleton
    ImportService imports() {
        return services.imports();
    }

    @Singleton
    ExportService exports() {
        return services.exports();
    }

    @Singleton
    IdempotencyService idempotency() {
        return services.idempotency();
    }

    @Singleton
    AccountService accounts() {
        return services.people().accounts();
    }

    @Singleton
    UserService users() {
        return services.people().users();
    }

    @Singleton
    ApiTokenService tokens() {
        return services.people().tokens();
    }

    @Singleton
    PreferencesService preferences() {
        return services.people().preferences();
    }

    @Singleton
    SettingService settings() {
        return services.people().settings();
    }

    @Singleton
    Authentication authentication() {
        return services.people().authentication();
    }
}
