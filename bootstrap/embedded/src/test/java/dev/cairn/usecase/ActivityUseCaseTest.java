package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.artifact.CreateArtifact;
import dev.cairn.application.idempotency.IdempotencyService;
import dev.cairn.application.idempotency.IdempotencyStore;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.ticket.CommentText;
import dev.cairn.application.ticket.TaskDraft;
import dev.cairn.application.user.OwnedProjects;
import dev.cairn.application.work.Recency;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.activity.Activity;
import dev.cairn.domain.activity.ActivityFilter;
import dev.cairn.domain.activity.ActivityLog;
import dev.cairn.domain.activity.Difference;
import dev.cairn.domain.artifact.Artifact;
import dev.cairn.domain.artifact.ArtifactContent;
import dev.cairn.domain.artifact.ArtifactFilter;
import dev.cairn.domain.artifact.ArtifactFormat;
import dev.cairn.domain.artifact.ArtifactType;
import dev.cairn.domain.artifact.RevisionText;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Edit;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.setting.SettingHome;
import dev.cairn.domain.setting.SettingKey;
import dev.cairn.domain.setting.SystemSettings;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketWithTasks;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.SystemRole;
import dev.cairn.domain.user.Theme;
import dev.cairn.domain.user.UserContent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The log shows what every update changed, and can be read by project, actor and subject (R8). */
class ActivityUseCaseTest extends UseCaseTest {
    /** G8 */
    @Test
    void aRepeatedRequestIsToldHowFarTheLogWentWithWhatTheFirstOneWrote() {
        IdempotencyService answers = services.get(IdempotencyService.class);
        var key = IdempotencyStore.Key.of(owner, "POST", "/x", "key");
        var stored = new IdempotencyStore.Answer("hash", 201, "{}", "a");
        answers.once(key, "hash", () -> {
            ticket("Once");
            return new IdempotencyService.Produced(stored, true);
        });
        Recency recency = Recency.ofAll();
        Recency before = Recency.enter(recency);
        try {
            assertThat(answers.once(key, "hash", () -> {
                                throw new AssertionError("It ran twice");
                            })
                            .replayed())
                    .isTrue();
        } finally {
            Recency.enter(before);
        }
        assertThat(recency.written())
                .hasValue(cairn.get(ActivityLog.class).state().last());
    }

    private static final ActivityFilter ANY = new ActivityFilter(null, null, null, List.of());
    private static final PageRequest NEWEST = PageRequest.first(ActivityLog.NEWEST_FIRST);

    @Test
    void anUpdateOfATicketShowsOnlyTheFieldsThatChanged() {
        var ticket = ticket("Old title");
        services.tickets().update(owner, ref(ticket), Expected.ANY, content -> content.withTitle("New title"));
        shows(id(ticket), "{\"title\":\"Old title\"}", "{\"title\":\"New title\"}");
    }

    @Test
    void aChangeOfStatusShowsTheTimesThatFollowFromIt() {
        var ticket = ticket("One");
        move(ticket, TicketStatus.IN_PROGRESS);
        shows(
                id(ticket),
                "{\"status\":\"open\",\"startedAt\":null}",
                "{\"status\":\"in_progress\",\"startedAt\":\"2026-03-01T12:00:00.000Z\"}");
    }

    @Test
    void aTaskACommentAQueueAndAnItemShowTheirs() {
        var ticket = ticket("One", "first", "second");
        var first = ticket.tasks().getFirst();
        services.tasks().update(owner, first.id(), task -> task.edit(content -> content.withContent("changed")));
        shows(first.id(), "{\"content\":\"first\"}", "{\"content\":\"changed\"}");
        var comment = services.comments().add(owner, ref(ticket), new CommentText("hello"));
        services.comments().edit(owner, comment.id(), new CommentText("bye"));
        shows(comment.id(), "{\"content\":\"hello\"}", "{\"content\":\"bye\"}");
        var queue = queue("q");
        services.queues().update(owner, queue.id(), Expected.ANY, content -> content.withName("r"));
        shows(queue.id(), "{\"name\":\"q\"}", "{\"name\":\"r\"}");
        services.queues().pause(owner, queue.id(), Expected.ANY);
        shows(queue.id(), "{\"active\":true}", "{\"active\":false}");
        var item = enqueue(queue, ticket).item();
        services.items().update(owner, item.id(), place -> place.withPriority(Priority.URGENT));
        shows(item.id(), "{\"priority\":\"normal\"}", "{\"priority\":\"urgent\"}");
    }

    @Test
    void aNewOrderShowsTheOldOne() {
        var ticket = ticket("One", "a", "b");
        var a = ticket.tasks().getFirst().id();
        var b = ticket.tasks().getLast().id();
        services.tasks().reorder(owner, ref(ticket), List.of(b, a));
        shows(id(ticket), "{\"tasks\":[\"%s\",\"%s\"]}".formatted(a, b), "{\"tasks\":[\"%s\",\"%s\"]}".formatted(b, a));
    }

    @Test
    void aProjectAndItsSettingsShowTheirs() {
        services.projects().update(owner, CRN, Expected.ANY, content -> content.withName("Renamed"));
        shows(project.id(), "{\"name\":\"Cairn\"}", "{\"name\":\"Renamed\"}");
        cairn.settings().changeOfProject(owner, CRN, settings -> settings.withAutoCompleteTickets(false));
        shows(project.id(), "{\"autoCompleteTickets\":true}", "{\"autoCompleteTickets\":false}");
        services.projects().archive(owner, CRN, Expected.ANY);
        shows(project.id(), "{\"archivedAt\":null}", "{\"archivedAt\":\"2026-03-01T12:00:00.000Z\"}");
    }

    @Test
    void longTextsAreCut() {
        var ticket = ticket("One");
        String text = "x".repeat(Difference.TEXT_MAX + 1);
        services.tasks().create(owner, ref(ticket), TaskDraft.of("t"));
        var task = services.tasks().create(owner, ref(ticket), TaskDraft.of(text));
        services.tasks().update(owner, task.id(), draft -> draft.edit(content -> content.withContent("short")));
        shows(task.id(), "{\"content\":\"%s…\"}".formatted("x".repeat(Difference.TEXT_MAX)), "{\"content\":\"short\"}");
    }

    @Test
    void aUserShowsTheirs() {
        Caller eve = human("Eve");
        Edit<UserContent> fields = user -> user.withEmail("eve@example.org");
        var edited = cairn.users().update(owner, eve.userId(), Expected.ANY, fields);
        shows(eve.userId(), "{\"email\":null}", "{\"email\":\"eve@example.org\"}");
        assertThat(newest(eve.userId()).version()).isEqualTo(edited.lifecycle().version());
        cairn.users().changeRole(owner, eve.userId(), Expected.ANY, SystemRole.ADMIN);
        shows(eve.userId(), "{\"systemRole\":\"member\"}", "{\"systemRole\":\"admin\"}");
    }

    @Test
    void aDeactivationShowsTheUserTheirAgentsAndTheirProjects() {
        Caller eve = human("Eve");
        var agent = cairn.users().createAgent(eve, UserContent.named("Eve's agent"));
        var hers = services.projects().create(eve, CreateProject.of("EVE", "Hers"));
        services.members().put(eve, ProjectRef.of(hers.id()), owner.userId(), Role.VIEWER);
        cairn.users().deactivate(owner, eve.userId(), Expected.ANY, OwnedProjects.ARCHIVE);
        String now = "\"2026-03-01T12:00:00.000Z\"";
        shows(eve.userId(), "{\"deactivatedAt\":null}", "{\"deactivatedAt\":%s}".formatted(now));
        shows(agent.id(), "{\"deactivatedAt\":null}", "{\"deactivatedAt\":%s}".formatted(now));
        shows(hers.id(), "{\"archivedAt\":null}", "{\"archivedAt\":%s}".formatted(now));
        cairn.users().reactivate(owner, eve.userId(), Expected.ANY);
        shows(agent.id(), "{\"deactivatedAt\":%s}".formatted(now), "{\"deactivatedAt\":null}");
        assertThat(newest(agent.id()).version())
                .isEqualTo(cairn.users().get(owner, agent.id()).lifecycle().version());
    }

    @Test
    void preferencesAndSettingsShowTheirs() {
        cairn.preferences().update(owner, preferences -> preferences.withTheme(Theme.DARK));
        shows(owner.userId(), "{\"theme\":\"system\"}", "{\"theme\":\"dark\"}");
        SettingKey key = new SettingKey("board");
        cairn.settings().put(owner, key, new Json("[1]"));
        shows(owner.userId(), "{\"board\":null}", "{\"board\":[1]}");
        cairn.settings().remove(owner, key);
        shows(owner.userId(), "{\"board\":[1]}", "{\"board\":null}");
        Edit<SystemSettings> thirty = settings -> settings.withActivityRetentionDays(30);
        cairn.settings().changeSystem(owner, thirty);
        shows(SettingHome.SYSTEM.id(), "{\"activityRetentionDays\":null}", "{\"activityRetentionDays\":30}");
        assertThat(log(new ActivityFilter(null, null, null, List.of("settings.updated"))))
                .hasSize(3)
                .allMatch(entry -> entry.subjectType().equals("settings"));
    }

    @Test
    void aRoleShowsTheOneBefore() {
        Caller eve = member("Eve", Role.VIEWER);
        services.members().put(owner, CRN, eve.userId(), Role.EDITOR);
        shows(project.id(), "{\"role\":\"viewer\"}", "{\"role\":\"editor\"}");
    }

    @Test
    void theLogIsReadByProjectActorAndSubject() {
        var ticket = ticket("One");
        assertThat(log(CRN, ANY)).hasSize(2);
        assertThat(log(new ActivityFilter(null, owner.userId(), null, List.of())))
                .hasSize(2);
        assertThat(log(new ActivityFilter(null, null, id(ticket), List.of()))).hasSize(1);
        assertRefused(ErrorCode.NOT_FOUND, () -> log(ProjectRef.of(new Id<>(7)), ANY));
        Caller eve = human("Eve");
        assertRefused(ErrorCode.NOT_FOUND, () -> services.activity().list(eve, CRN, ANY, NEWEST));
    }

    @Test
    void ofAPurgedProjectTheLogKeepsNoContents() {
        plant();
        assertThat(log(ANY).toString()).contains("canary");
        services.projects().purge(owner, CRN, Expected.ANY);
        assertThat(log(ANY)).hasSizeGreaterThan(10);
        assertThat(log(ANY).toString()).doesNotContain("canary");
    }

    @Test
    void ofAPurgedTicketTheLogKeepsNoContents() {
        var ticket = plant();
        services.tickets().purge(owner, ref(ticket), Expected.ANY);
        assertThat(about(id(ticket))).hasSizeGreaterThan(1).allMatch(entry -> entry.before() == null);
        assertThat(log(ANY).toString())
                .doesNotContain("canary ticket", "canary task", "canary comment")
                .contains("canary artifact", "canary queue");
    }

    @Test
    void ofAPurgedArtifactTheLogKeepsNoContents() {
        plant();
        Id<Artifact> artifact = services.artifacts()
                .list(owner, CRN, ArtifactFilter.ANY, PageRequest.first(Sort.by(Sort.asc("title"))))
                .items()
                .getFirst()
                .id();
        services.artifacts().purge(owner, artifact, Expected.ANY);
        assertThat(about(artifact)).hasSize(3);
        assertThat(log(ANY).toString()).doesNotContain("canary artifact").contains("canary ticket", "canary queue");
    }

    /** Entries that quote titles, names and texts, as they were and as they are. */
    private TicketWithTasks plant() {
        var ticket = ticket("canary ticket", "canary task", "stays");
        services.tickets().update(owner, ref(ticket), Expected.ANY, content -> content.withTitle("canary ticket 2"));
        var first = ticket.tasks().getFirst();
        services.tasks().update(owner, first.id(), task -> task.edit(content -> content.withContent("canary task 2")));
        services.tasks().delete(owner, first.id());
        var comment = services.comments().add(owner, ref(ticket), new CommentText("canary comment"));
        services.comments().edit(owner, comment.id(), new CommentText("canary comment 2"));
        var queue = queue("canary queue");
        services.queues().update(owner, queue.id(), Expected.ANY, content -> content.withName("canary queue 2"));
        var content = RevisionText.of("content");
        var artifact = services.artifacts()
                .create(
                        owner,
                        CRN,
                        new CreateArtifact(ArtifactType.DOCUMENT, "canary artifact", ArtifactFormat.MARKDOWN, content));
        services.artifacts()
                .update(
                        owner,
                        artifact.artifact().id(),
                        Expected.ANY,
                        draft -> draft.withContent(new ArtifactContent("canary artifact 2")));
        services.projects().update(owner, CRN, Expected.ANY, project -> project.withName("canary project"));
        return ticket;
    }

    private void shows(Id<?> subject, String before, String after) {
        assertThat(text(newest(subject).before())).isEqualTo(before);
        assertThat(text(newest(subject).after())).isEqualTo(after);
    }

    private static @Nullable String text(@Nullable Json json) {
        return json == null ? null : json.text();
    }

    private Activity newest(Id<?> subject) {
        return about(subject).getFirst();
    }

    private List<Activity> about(Id<?> subject) {
        return log(new ActivityFilter(null, null, subject, List.of()));
    }

    private List<Activity> log(ActivityFilter filter) {
        return log(null, filter);
    }

    private List<Activity> log(@Nullable ProjectRef ref, ActivityFilter filter) {
        return services.activity().list(owner, ref, filter, NEWEST).items();
    }
}
