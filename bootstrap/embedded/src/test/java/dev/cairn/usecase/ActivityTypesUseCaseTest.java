package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.agent.CreateAgent;
import dev.cairn.application.artifact.CreateArtifact;
import dev.cairn.application.conversation.CreateConversation;
import dev.cairn.application.conversation.MessageText;
import dev.cairn.application.conversation.PostMessage;
import dev.cairn.application.memory.MemoryOwner;
import dev.cairn.application.memory.NewMemory;
import dev.cairn.application.model.NewProvider;
import dev.cairn.application.ticket.CommentText;
import dev.cairn.application.user.OwnedProjects;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.activity.Activity;
import dev.cairn.domain.activity.ActivityFilter;
import dev.cairn.domain.activity.ActivityLog;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.agent.Agent;
import dev.cairn.domain.artifact.ArtifactContent;
import dev.cairn.domain.artifact.ArtifactFormat;
import dev.cairn.domain.artifact.ArtifactStatus;
import dev.cairn.domain.artifact.ArtifactType;
import dev.cairn.domain.artifact.RevisionText;
import dev.cairn.domain.collected.Actor;
import dev.cairn.domain.collected.Boundaries;
import dev.cairn.domain.collected.CollectedData;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Wire;
import dev.cairn.domain.memory.Memory;
import dev.cairn.domain.memory.MemoryContent;
import dev.cairn.domain.model.ModelProvider;
import dev.cairn.domain.model.ProviderContent;
import dev.cairn.domain.model.ProviderKey;
import dev.cairn.domain.model.ProviderType;
import dev.cairn.domain.project.ProjectStatus;
import dev.cairn.domain.prompt.Prompt;
import dev.cairn.domain.prompt.PromptContent;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.SystemRole;
import dev.cairn.domain.user.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every type of entry is written by some use case, and every update shows what it changed, as nothing else does (R8). */
class ActivityTypesUseCaseTest extends UseCaseTest {
    private static final Path SOURCES = Path.of("../../application/src/main/java");
    private static final Pattern TYPE = Pattern.compile("(?<=\\bActivityType\\.)[A-Z_]+");

    /** A type that is new here needs its use case in {@link #updateEverything}. */
    private static final Set<ActivityType> UPDATES = EnumSet.of(
            ActivityType.AGENT_UPDATED,
            ActivityType.ARTIFACT_STATUS_CHANGED,
            ActivityType.ARTIFACT_UPDATED,
            ActivityType.COMMENT_UPDATED,
            ActivityType.MEMORY_ARCHIVED,
            ActivityType.MEMORY_UPDATED,
            ActivityType.CONVERSATION_ARCHIVED,
            ActivityType.CONVERSATION_UNARCHIVED,
            ActivityType.CONVERSATION_UPDATED,
            ActivityType.MESSAGE_UPDATED,
            ActivityType.PREFERENCES_UPDATED,
            ActivityType.PROJECT_ARCHIVED,
            ActivityType.PROJECT_COLLECTED,
            ActivityType.PROJECT_MEMBER_CHANGED,
            ActivityType.PROJECT_STATUS_CHANGED,
            ActivityType.PROJECT_UNARCHIVED,
            ActivityType.PROJECT_UPDATED,
            ActivityType.PROJECT_VALIDATED,
            ActivityType.PROMPT_UPDATED,
            ActivityType.PROVIDER_ACTIVATED,
            ActivityType.PROVIDER_DEACTIVATED,
            ActivityType.PROVIDER_DEFAULT_CHANGED,
            ActivityType.PROVIDER_SECRET_CHANGED,
            ActivityType.PROVIDER_UPDATED,
            ActivityType.QUEUE_PAUSED,
            ActivityType.QUEUE_REORDERED,
            ActivityType.QUEUE_RESUMED,
            ActivityType.QUEUE_UPDATED,
            ActivityType.QUEUE_ITEM_UPDATED,
            ActivityType.SETTINGS_UPDATED,
            ActivityType.TASK_UPDATED,
            ActivityType.TICKET_ARCHIVED,
            ActivityType.TICKET_STATUS_CHANGED,
            ActivityType.TICKET_UNARCHIVED,
            ActivityType.TICKET_UPDATED,
            ActivityType.USER_DEACTIVATED,
            ActivityType.USER_REACTIVATED,
            ActivityType.USER_ROLE_CHANGED,
            ActivityType.USER_UPDATED);

    @Test
    void everyTypeIsWrittenByAUseCase() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            Set<String> written = new TreeSet<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                TYPE.matcher(Files.readString(file))
                        .results()
                        .map(MatchResult::group)
                        .forEach(written::add);
            }
            assertThat(written)
                    .isEqualTo(Arrays.stream(ActivityType.values())
                            .map(Enum::name)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @Test
    void aTypeIsCalledAsItIsWritten() {
        assertThat(ActivityType.values())
                .allSatisfy(type -> assertThat(type.wire().replace('.', '_')).isEqualTo(Wire.of(type)));
    }

    @Test
    void everyUpdateShowsWhatItChangedAndNothingElseHasADifference() {
        updateEverything();
        Set<String> updates = UPDATES.stream().map(ActivityType::wire).collect(Collectors.toSet());
        Set<String> shown = new HashSet<>();
        for (Activity entry : log()) {
            boolean update = updates.contains(entry.type());
            assertThat(entry.before() != null).as(entry.type()).isEqualTo(update);
            assertThat(entry.after() != null).as(entry.type()).isEqualTo(update);
            if (update && !Json.EMPTY_OBJECT.equals(entry.after())) {
                assertThat(entry.before()).as(entry.type()).isNotEqualTo(entry.after());
                shown.add(entry.type());
            }
        }
        assertThat(shown).isEqualTo(updates);
    }

    private void updateEverything() {
        updateTicket();
        updateQueue();
        updateArtifact();
        updateTalk();
        updatePeople();
        updateProject();
        updateProvider();
        updateProvider();
        updateAgent();
    }

    private void updateAgent() {
        Id<Agent> agent = services.agents()
                .create(owner, CreateAgent.of("Ada", "helper"))
                .agent()
                .id();
        services.agents().update(owner, agent, Expected.ANY, content -> content.withGoal("Help"));
        MemoryOwner itself = new MemoryOwner(agent, null);
        Memory memory = services.memories().create(owner, itself, new NewMemory(MemoryContent.of("words"), null));
        services.memories().update(owner, memory.id(), Expected.ANY, content -> content.withScore(0.1));
        clock.advance(Duration.ofDays(91));
        services.memories().prune(owner, itself, false);
        Prompt prompt = services.prompts().create(owner, CRN, PromptContent.of("Review", "words"));
        services.prompts().update(owner, prompt.id(), Expected.ANY, content -> content.withContent("more words"));
    }

    private void updateProvider() {
        ProviderContent content = new ProviderContent("Local", ProviderType.OLLAMA, null, "small", null, null);
        Id<ModelProvider> id = services.providers()
                .create(owner, new NewProvider(content, null, false))
                .id();
        services.providers()
                .update(
                        owner,
                        id,
                        Expected.ANY,
                        draft -> draft.withContent(draft.content().withDefaultModel("large")));
        services.providers()
                .update(owner, id, Expected.ANY, draft -> draft.withSecret(new ProviderKey("sk-of-nobody-at-all")));
        services.providers().makeDefault(owner, id, Expected.ANY);
        services.providers().deactivate(owner, id, Expected.ANY);
        services.providers().activate(owner, id, Expected.ANY);
        services.secrets().rotate(owner);
        services.providers().delete(owner, id, Expected.ANY);
    }

    private void updateTicket() {
        var ticket = ticket("One", "a");
        services.tickets().update(owner, ref(ticket), Expected.ANY, content -> content.withTitle("Two"));
        services.tasks()
                .update(owner, ticket.tasks().getFirst().id(), task -> task.edit(content -> content.withContent("b")));
        var comment = services.comments().add(owner, ref(ticket), new CommentText("hello"));
        services.comments().edit(owner, comment.id(), new CommentText("bye"));
        move(ticket, TicketStatus.IN_PROGRESS);
        services.tickets().archive(owner, ref(ticket), Expected.ANY);
        services.tickets().unarchive(owner, ref(ticket), Expected.ANY);
    }

    private void updateQueue() {
        var queue = queue("q");
        services.queues().update(owner, queue.id(), Expected.ANY, content -> content.withName("r"));
        services.queues().pause(owner, queue.id(), Expected.ANY);
        services.queues().resume(owner, queue.id(), Expected.ANY);
        var first = enqueue(queue, ticket("First")).item().id();
        var second = enqueue(queue, ticket("Second")).item().id();
        services.items().reorder(owner, queue.id(), List.of(second, first));
        services.items().update(owner, first, place -> place.withPriority(Priority.URGENT));
    }

    private void updateArtifact() {
        var content = RevisionText.of("content");
        var artifact = services.artifacts()
                .create(
                        owner,
                        CRN,
                        new CreateArtifact(ArtifactType.DOCUMENT, "Notes", ArtifactFormat.MARKDOWN, content));
        var id = artifact.artifact().id();
        services.artifacts()
                .update(owner, id, Expected.ANY, draft -> draft.withContent(new ArtifactContent("Renamed")));
        services.artifacts().changeStatus(owner, id, Expected.ANY, ArtifactStatus.VALIDATED);
    }

    private void updateTalk() {
        var channel = cairn.conversations()
                .create(owner, CRN, CreateConversation.channel("work"))
                .conversation()
                .id();
        var message = cairn.messages().post(owner, channel, PostMessage.of("hello"));
        cairn.messages().edit(owner, message.id(), Expected.ANY, new MessageText("bye"));
        cairn.conversations().update(owner, channel, Expected.ANY, content -> content.withTitle("play"));
        cairn.conversations().archive(owner, channel, Expected.ANY);
        cairn.conversations().unarchive(owner, channel, Expected.ANY);
    }

    private void updatePeople() {
        Caller eve = member("Eve", Role.VIEWER);
        services.members().put(owner, CRN, eve.userId(), Role.EDITOR);
        cairn.users().update(owner, eve.userId(), Expected.ANY, user -> user.withName("Eva"));
        cairn.users().changeRole(owner, eve.userId(), Expected.ANY, SystemRole.ADMIN);
        cairn.users().deactivate(owner, eve.userId(), Expected.ANY, OwnedProjects.REFUSE);
        cairn.users().reactivate(owner, eve.userId(), Expected.ANY);
        cairn.preferences().update(owner, preferences -> preferences.withTheme(Theme.DARK));
    }

    private void updateProject() {
        var data = new CollectedData(List.of(Actor.named("Ada")), List.of(), Boundaries.NONE, List.of(), List.of());
        services.collected().replace(owner, CRN, Expected.ANY, data);
        services.collected().validate(owner, CRN, Expected.ANY);
        services.projects().update(owner, CRN, Expected.ANY, content -> content.withName("Renamed"));
        services.projects().changeStatus(owner, CRN, Expected.ANY, ProjectStatus.ACTIVE);
        cairn.settings().changeOfProject(owner, CRN, settings -> settings.withAutoCompleteTickets(false));
        services.projects().archive(owner, CRN, Expected.ANY);
        services.projects().unarchive(owner, CRN, Expected.ANY);
    }

    private List<Activity> log() {
        var page = new PageRequest(PageRequest.LIMIT_MAX, null, ActivityLog.NEWEST_FIRST, false);
        var all = services.activity().list(owner, null, new ActivityFilter(null, null, null, List.of()), page);
        assertThat(all.nextCursor()).isNull();
        return all.items();
    }
}
