package dev.cairn.application;

import dev.cairn.application.idempotency.IdempotencyStore;
import dev.cairn.application.interchange.ExportWriter;
import dev.cairn.application.interchange.TrackerFormat;
import dev.cairn.application.port.IdGenerator;
import dev.cairn.application.port.QueueLocks;
import dev.cairn.application.port.Transactions;
import dev.cairn.application.user.Secrets;
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
import java.time.Clock;
import java.util.List;
import java.util.function.DoubleSupplier;

/** Everything that the use cases need from outside, in one place. */
public record Ports(Foundation foundation, Stores stores, People people, Files files) {

    /**
     * What every use case stands on.
     *
     * @param jitter numbers from 0 to 1 that spread retries
     */
    public record Foundation(
            Transactions transactions, Clock clock, IdGenerator ids, QueueLocks locks, DoubleSupplier jitter) {}

    /** One store per kind of thing. */
    public record Stores(
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
            IdempotencyStore idempotency) {}

    /** The stores of accounts, sessions, tokens and settings, and what makes secrets. */
    public record People(
            AccountRepository accounts,
            PreferencesRepository preferences,
            SessionRepository sessions,
            ApiTokenRepository tokens,
            SettingRepository settings,
            Secrets secrets) {}

    /** Formats of trackers' files. */
    public record Files(List<TrackerFormat> formats, ExportWriter exportWriter) {
        public Files {
            formats = List.copyOf(formats);
        }
    }
}
