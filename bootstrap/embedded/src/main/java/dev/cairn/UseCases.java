package dev.cairn;

import dev.cairn.application.activity.ActivityService;
import dev.cairn.application.activity.RetentionService;
import dev.cairn.application.agent.AgentService;
import dev.cairn.application.agent.ReplyService;
import dev.cairn.application.agent.RunService;
import dev.cairn.application.agent.UsageService;
import dev.cairn.application.artifact.ArtifactService;
import dev.cairn.application.artifact.GenerationService;
import dev.cairn.application.collected.CollectedService;
import dev.cairn.application.conversation.ConversationService;
import dev.cairn.application.conversation.MessageService;
import dev.cairn.application.conversation.ParticipantService;
import dev.cairn.application.database.BackupService;
import dev.cairn.application.event.EventService;
import dev.cairn.application.file.FileService;
import dev.cairn.application.file.IndexService;
import dev.cairn.application.idempotency.IdempotencyService;
import dev.cairn.application.interchange.ExportService;
import dev.cairn.application.interchange.ImportService;
import dev.cairn.application.interchange.SystemImportService;
import dev.cairn.application.job.JobService;
import dev.cairn.application.memory.MemoryService;
import dev.cairn.application.metric.MetricService;
import dev.cairn.application.model.ProviderService;
import dev.cairn.application.model.ProviderTrial;
import dev.cairn.application.model.SecretService;
import dev.cairn.application.overview.OverviewService;
import dev.cairn.application.pack.PackService;
import dev.cairn.application.project.MemberService;
import dev.cairn.application.project.ProjectService;
import dev.cairn.application.prompt.PromptFileService;
import dev.cairn.application.prompt.PromptService;
import dev.cairn.application.queue.ClaimService;
import dev.cairn.application.queue.QueueItemService;
import dev.cairn.application.queue.QueueService;
import dev.cairn.application.queue.ReadyClaimService;
import dev.cairn.application.queue.SweepService;
import dev.cairn.application.queue.WaitingClaimService;
import dev.cairn.application.relevance.RelevanceService;
import dev.cairn.application.search.SearchService;
import dev.cairn.application.selection.SelectionService;
import dev.cairn.application.setting.SettingService;
import dev.cairn.application.ticket.CommentService;
import dev.cairn.application.ticket.LinkService;
import dev.cairn.application.ticket.ReadyService;
import dev.cairn.application.ticket.TaskService;
import dev.cairn.application.ticket.TicketSaving;
import dev.cairn.application.ticket.TicketService;
import dev.cairn.application.user.AccountService;
import dev.cairn.application.user.ApiTokenService;
import dev.cairn.application.user.Authentication;
import dev.cairn.application.user.LocalAuthentication;
import dev.cairn.application.user.LocalOwner;
import dev.cairn.application.user.PreferencesService;
import dev.cairn.application.user.TokenAuthentication;
import dev.cairn.application.user.UserService;
import io.micronaut.context.annotation.ClassImport;
import jakarta.inject.Singleton;

/**
 * All use cases, of the library and of the server: each is written here and nowhere else (ADR 25). The container makes what
 * is listed by its constructor, at its first use; what a constructor asks for besides is listed in {@link Wiring}.
 */
@ClassImport(
        annotate = Singleton.class,
        classes = {
            AccountService.class,
            ActivityService.class,
            AgentService.class,
            ApiTokenService.class,
            ArtifactService.class,
            BackupService.class,
            ClaimService.class,
            CollectedService.class,
            CommentService.class,
            ConversationService.class,
            EventService.class,
            ExportService.class,
            FileService.class,
            GenerationService.class,
            IdempotencyService.class,
            IndexService.class,
            JobService.class,
            LinkService.class,
            LocalAuthentication.class,
            LocalOwner.class,
            MemberService.class,
            MetricService.class,
            MemoryService.class,
            MessageService.class,
            OverviewService.class,
            PackService.class,
            ParticipantService.class,
            PreferencesService.class,
            PromptService.class,
            ProviderService.class,
            ProviderTrial.class,
            QueueItemService.class,
            QueueService.class,
            ReadyClaimService.class,
            ReadyService.class,
            RelevanceService.class,
            ReplyService.class,
            RetentionService.class,
            RunService.class,
            SearchService.class,
            SecretService.class,
            SelectionService.class,
            SettingService.class,
            SweepService.class,
            TaskService.class,
            TicketSaving.class,
            TicketService.class,
            TokenAuthentication.class,
            UsageService.class,
            UserService.class,
            WaitingClaimService.class
        })
public interface UseCases {
    /** Returns the one object of this type: a use case, a store, or an adapter's object. */
    <T> T get(Class<T> type);

    default ProjectService projects() {
        return get(ProjectService.class);
    }

    default OverviewService overviews() {
        return get(OverviewService.class);
    }

    default CollectedService collected() {
        return get(CollectedService.class);
    }

    default ArtifactService artifacts() {
        return get(ArtifactService.class);
    }

    default GenerationService generation() {
        return get(GenerationService.class);
    }

    default MemberService members() {
        return get(MemberService.class);
    }

    /** Returns the use cases that find and read files of projects' folders. */
    default FileService files() {
        return get(FileService.class);
    }

    /** Copies of the database. */
    default BackupService backups() {
        return get(BackupService.class);
    }

    /** Returns the use cases of background jobs. */
    default JobService jobs() {
        return get(JobService.class);
    }

    /** Has folders of projects indexed. */
    default IndexService indexing() {
        return get(IndexService.class);
    }

    default ConversationService conversations() {
        return get(ConversationService.class);
    }

    /** Returns the use cases of messages in conversations. */
    default MessageService messages() {
        return get(MessageService.class);
    }

    /** Returns the use cases of participants in conversations. */
    default ParticipantService participants() {
        return get(ParticipantService.class);
    }

    /** Users that answer with a language model. */
    default AgentService agents() {
        return get(AgentService.class);
    }

    /** Returns the use cases that ask agents for answers. */
    default ReplyService replies() {
        return get(ReplyService.class);
    }

    /** Answers of agents, while they come and afterwards. */
    default RunService runs() {
        return get(RunService.class);
    }

    /** Returns the use cases that sum up tokens and costs of agents' answers. */
    default UsageService usage() {
        return get(UsageService.class);
    }

    default MemoryService memories() {
        return get(MemoryService.class);
    }

    default PromptService prompts() {
        return get(PromptService.class);
    }

    /** Prompts from files, and into them. */
    default PromptFileService promptFiles() {
        return get(PromptFileService.class);
    }

    /** Tickets and files as one text for a model. */
    default PackService packs() {
        return get(PackService.class);
    }

    /** Returns the use cases of the files that somebody selected. */
    default SelectionService selections() {
        return get(SelectionService.class);
    }

    /** Returns the use cases that find the files that matter to a ticket. */
    default RelevanceService relevance() {
        return get(RelevanceService.class);
    }

    default TicketService tickets() {
        return get(TicketService.class);
    }

    default ReadyService ready() {
        return get(ReadyService.class);
    }

    /** Returns the use cases that save all parts of a ticket at once. */
    default TicketSaving saving() {
        return get(TicketSaving.class);
    }

    default TaskService tasks() {
        return get(TaskService.class);
    }

    default CommentService comments() {
        return get(CommentService.class);
    }

    default LinkService links() {
        return get(LinkService.class);
    }

    default QueueService queues() {
        return get(QueueService.class);
    }

    default QueueItemService items() {
        return get(QueueItemService.class);
    }

    default ClaimService claims() {
        return get(ClaimService.class);
    }

    /** Work straight from the ready list, and over several queues and projects (Q22). */
    default ReadyClaimService readyClaims() {
        return get(ReadyClaimService.class);
    }

    /** Claims that wait until there is work (Q14). */
    default WaitingClaimService waitingClaims() {
        return get(WaitingClaimService.class);
    }

    /** Returns the periodic work of a server, for a program that wants it done at once. */
    default SweepService sweeper() {
        return get(SweepService.class);
    }

    default SearchService search() {
        return get(SearchService.class);
    }

    default ActivityService activity() {
        return get(ActivityService.class);
    }

    /** Returns the use cases that stream events while they happen. */
    default EventService events() {
        return get(EventService.class);
    }

    /** Returns the use cases of this process's metrics. */
    default MetricService metrics() {
        return get(MetricService.class);
    }

    default RetentionService retention() {
        return get(RetentionService.class);
    }

    /** Imports of the databases of other systems. */
    default SystemImportService systemImports() {
        return get(SystemImportService.class);
    }

    default ImportService imports() {
        return get(ImportService.class);
    }

    default ExportService exports() {
        return get(ExportService.class);
    }

    default AccountService accounts() {
        return get(AccountService.class);
    }

    default UserService users() {
        return get(UserService.class);
    }

    default ApiTokenService tokens() {
        return get(ApiTokenService.class);
    }

    /** Returns the use cases of providers of language models. */
    default ProviderService providers() {
        return get(ProviderService.class);
    }

    /** Returns the use case that tests whether a provider answers. */
    default ProviderTrial providerTrials() {
        return get(ProviderTrial.class);
    }

    /** Looks after stored secrets: whether they can be opened, and with which key they are sealed. */
    default SecretService secrets() {
        return get(SecretService.class);
    }

    default PreferencesService preferences() {
        return get(PreferencesService.class);
    }

    default SettingService settings() {
        return get(SettingService.class);
    }

    /** Returns the authentication of tokens of sessions and programs. */
    default Authentication authentication() {
        return get(TokenAuthentication.class);
    }
}
