package dev.cairn;

import dev.cairn.application.CairnServices;
import dev.cairn.application.Ports;
import dev.cairn.application.idempotency.IdempotencyStore;
import dev.cairn.application.port.IdGenerator;
import dev.cairn.application.port.PasswordHasher;
import dev.cairn.application.port.QueueLocks;
import dev.cairn.application.port.StoredTime;
import dev.cairn.application.port.Transactions;
import dev.cairn.application.user.Secrets;
import dev.cairn.application.work.Timekeeping;
import dev.cairn.crypto.Argon2Hasher;
import dev.cairn.crypto.RandomMint;
import dev.cairn.domain.activity.ActivityLog;
import dev.cairn.domain.artifact.ArtifactRepository;
import dev.cairn.domain.artifact.RevisionRepository;
import dev.cairn.domain.collected.CollectedRepository;
import dev.cairn.domain.conversation.ConversationRepository;
import dev.cairn.domain.conversation.MessageRepository;
import dev.cairn.domain.interchange.AliasRepository;
import dev.cairn.domain.interchange.StagingRepository;
import dev.cairn.domain.overview.OverviewRepository;
import dev.cairn.domain.project.MemberRepository;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.queue.ClaimRepository;
import dev.cairn.domain.queue.QueueItemRepository;
import dev.cairn.domain.queue.QueueRepository;
import dev.cairn.domain.search.SearchIndex;
import dev.cairn.domain.setting.SettingRepository;
import dev.cairn.domain.ticket.CommentRepository;
import dev.cairn.domain.ticket.TaskRepository;
import dev.cairn.domain.ticket.TicketLinkRepository;
import dev.cairn.domain.ticket.TicketRepository;
import dev.cairn.domain.user.AccountRepository;
import dev.cairn.domain.user.ApiTokenRepository;
import dev.cairn.domain.user.PreferencesRepository;
import dev.cairn.domain.user.SessionRepository;
import dev.cairn.domain.user.UserRepository;
import dev.cairn.interchange.Formats;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;

/** Hands the container's stores to the one function that wires the use cases. */
@Factory
final class ServiceFactory {

    @Singleton
    Timekeeping timekeeping(Transactions transactions, Clock clock, StoredTime stored) {
        return new Timekeeping(transactions, clock, stored);
    }

    @Singleton
    Ports.Foundation foundation(Timekeeping time, Clock clock, IdGenerator ids, QueueLocks locks) {
        return new Ports.Foundation(
                time.transactions(),
                clock,
                ids,
                locks,
                () -> ThreadLocalRandom.current().nextDouble());
    }

    @Singleton
    Ports.Stores stores(
            UserRepository users,
            ProjectRepository projects,
            MemberRepository members,
            OverviewRepository overviews,
            CollectedRepository collected,
            ArtifactRepository artifacts,
            RevisionRepository revisions,
            ConversationRepository conversations,
            MessageRepository messages,
            TicketRepository tickets,
            TaskRepository tasks,
            CommentRepository comments,
            TicketLinkRepository links,
            QueueRepository queues,
            QueueItemRepository items,
            ClaimRepository claims,
            ActivityLog activity,
            SearchIndex search,
            AliasRepository aliases,
            StagingRepository stagings,
            IdempotencyStore idempotency) {
        return new Ports.Stores(
                users,
                projects,
                members,
                overviews,
                collected,
                artifacts,
                revisions,
                conversations,
                messages,
                tickets,
                tasks,
                comments,
                links,
                queues,
                items,
                claims,
                activity,
                search,
                aliases,
                stagings,
                idempotency);
    }

    /** Its threads end with the container. */
    @Bean(preDestroy = "close")
    @Singleton
    Argon2Hasher passwordHasher() {
        return new Argon2Hasher();
    }

    @Singleton
    Ports.People people(
            AccountRepository accounts,
            PreferencesRepository preferences,
            SessionRepository sessions,
            ApiTokenRepository tokens,
            SettingRepository settings,
            PasswordHasher passwords) {
        return new Ports.People(
                accounts, preferences, sessions, tokens, settings, new Secrets(passwords, new RandomMint()));
    }

    @Singleton
    CairnServices services(Ports.Foundation foundation, Ports.Stores stores, Ports.People people) {
        return CairnServices.of(new Ports(
                foundation, stores, people, new Ports.Files(Formats.all(foundation.clock()), Formats.exportWriter())));
    }
}
