package dev.cairn.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.idempotency.IdempotencyStore;
import dev.cairn.domain.activity.Activity;
import dev.cairn.domain.activity.ActivityFilter;
import dev.cairn.domain.activity.ActivityLog;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.activity.Difference;
import dev.cairn.domain.activity.NewActivity;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.interchange.Alias;
import dev.cairn.domain.interchange.AliasKind;
import dev.cairn.domain.interchange.AliasRepository;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.overview.OverviewRepository;
import dev.cairn.domain.overview.ProjectOverview;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.domain.search.SearchHit;
import dev.cairn.domain.search.SearchIndex;
import dev.cairn.domain.search.SearchKind;
import dev.cairn.domain.search.SearchQuery;
import dev.cairn.domain.ticket.Comment;
import dev.cairn.domain.ticket.CommentRepository;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TaskContent;
import dev.cairn.domain.ticket.TaskRepository;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketRepository;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The log, overviews, search, foreign ids and kept answers (R8, R23, R35, R36). */
public abstract class RecordContract extends StoreContract {
    private static final int PROJECTS_MAX = 10_000;

    @Test
    void theLogNumbersItsEntriesWithoutGaps() {
        Project project = project();
        Caller caller = ownerOf(project);
        change(() -> port(ActivityLog.class).append(caller, NOW, List.of(entry(project, 1), entry(project, 2))));
        ActivityFilter filter = new ActivityFilter(project.id(), null, null, List.of());
        Page<Activity> page =
                port(ActivityLog.class).page(reading(project), filter, PageRequest.first(ActivityLog.NEWEST_FIRST));
        assertThat(page.items()).hasSize(2);
        Activity newest = page.items().getFirst();
        assertThat(newest.seq()).isEqualTo(page.items().getLast().seq() + 1);
        assertThat(newest.data().text()).isEqualTo("{\"n\":2}");
        assertThat(newest.subjectType()).isEqualTo("project");
        assertThat(newest.at()).isEqualTo(NOW);
        assertThat(newest.version()).isNull();
    }

    private record Fields(@Nullable Object a, @Nullable Object b) {}

    @Test
    void theLogKeepsWhatAnUpdateChangedUntilItIsToForget() {
        Project project = project();
        Difference difference = Difference.between(new Fields("x", null), new Fields(NOW, List.of(project.id())));
        var entry = new NewActivity(
                ActivityType.PROJECT_VALIDATED, project.id(), project.id(), 1L, difference, Map.of("n", 1));
        change(() -> port(ActivityLog.class).append(ownerOf(project), NOW, List.of(entry)));
        ActivityFilter filter = new ActivityFilter(project.id(), null, null, List.of());
        PageRequest newest = PageRequest.first(ActivityLog.NEWEST_FIRST);
        Activity kept = port(ActivityLog.class)
                .page(reading(project), filter, newest)
                .items()
                .getFirst();
        assertThat(kept.before()).isEqualTo(new Json("{\"a\":\"x\",\"b\":null}"));
        assertThat(kept.after())
                .isEqualTo(new Json("{\"a\":\"2026-11-21T10:00:00.123Z\",\"b\":[\"%s\"]}".formatted(project.id())));
        change(() -> port(ActivityLog.class).forgetProject(project.id()));
        Activity forgotten = port(ActivityLog.class)
                .page(reading(project), filter, newest)
                .items()
                .getFirst();
        assertThat(forgotten.before()).isNull();
        assertThat(forgotten.after()).isNull();
        assertThat(forgotten.data()).isEqualTo(Json.EMPTY_OBJECT);
        assertThat(forgotten.seq()).isEqualTo(kept.seq());
        assertThat(forgotten.version()).isEqualTo(kept.version());
    }

    @Test
    void ofATicketTheLogForgetsItsTasksAndCommentsTooAndNothingElse() {
        Project project = project();
        Ticket ticket = ticket(project, "Gone");
        Task task = task(ticket, 0, TaskContent.of("step"));
        Comment comment = comment(ticket, "words");
        List<Id<?>> gone = List.of(ticket.id(), task.id(), comment.id());
        Id<?> other = ticket(project, "Stays").id();
        var entries = Stream.concat(gone.stream(), Stream.of(other))
                .map(id -> new NewActivity(
                        ActivityType.TICKET_CREATED, project.id(), id, null, null, Map.of("title", "secret")))
                .toList();
        change(() -> port(ActivityLog.class).append(ownerOf(project), NOW, entries));
        change(() -> port(ActivityLog.class).forgetSubject(ticket.id()));
        for (Id<?> id : gone) {
            assertThat(data(project, id)).isEqualTo("{}");
        }
        assertThat(data(project, other)).contains("secret");
    }

    private String data(Project project, Id<?> subject) {
        ActivityFilter filter = new ActivityFilter(null, null, subject, List.of());
        return port(ActivityLog.class)
                .page(reading(project), filter, PageRequest.first(ActivityLog.NEWEST_FIRST))
                .items()
                .getFirst()
                .data()
                .text();
    }

    @Test
    void theLogPagesByItsNumbers() {
        Project project = project();
        Caller caller = ownerOf(project);
        for (int i = 0; i < 5; i++) {
            int n = i;
            change(() -> port(ActivityLog.class).append(caller, NOW, List.of(entry(project, n))));
        }
        ActivityFilter filter =
                new ActivityFilter(project.id(), caller.userId(), project.id(), List.of("project.validated"));
        PageRequest request = new PageRequest(2, null, ActivityLog.NEWEST_FIRST, false);
        List<Long> seen = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Page<Activity> page = port(ActivityLog.class).page(reading(project), filter, request.at(cursor));
            page.items().forEach(entry -> seen.add(entry.seq()));
            cursor = page.nextCursor();
        } while (cursor != null);
        assertThat(seen).hasSize(5).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void theLogOutlivesAPurgedProject() {
        Project project = project();
        change(() -> port(ActivityLog.class).append(ownerOf(project), NOW, List.of(entry(project, 1))));
        change(() -> port(ProjectRepository.class).delete(project.id()));
        ActivityFilter filter = new ActivityFilter(null, null, project.id(), List.of());
        assertThat(port(ActivityLog.class)
                        .page(reading(project), filter, PageRequest.first(ActivityLog.NEWEST_FIRST))
                        .items())
                .singleElement()
                .satisfies(entry -> assertThat(entry.projectId()).isNull());
    }

    @Test
    void anOverviewCountsWhatLives() {
        Project project = project();
        Ticket ticket = ticket(project, "Open");
        task(ticket, 0, TaskContent.of("step"));
        change(() -> port(TicketRepository.class).update(ticket(project, "Done").enter(TicketStatus.COMPLETED, NOW)));
        change(() -> port(TicketRepository.class).update(ticket(project, "Gone").delete(deletion())));
        item(queue(project, QueueContent.named("Work")), ticket);
        ProjectOverview overview = port(OverviewRepository.class).overview(project);
        assertThat(overview.tickets())
                .containsEntry(TicketStatus.OPEN, 1L)
                .containsEntry(TicketStatus.COMPLETED, 1L)
                .containsEntry(TicketStatus.REVIEW, 0L);
        assertThat(List.of(overview.openTasks(), overview.queueDepth())).containsExactly(1L, 1L);
        assertThat(overview.lastActivityAt()).isNull();
    }

    @Test
    void theBusiestProjectsComeFirst() {
        User owner = user();
        Project quiet = project(owner, "Quiet");
        Project busy = project(owner, "Busy");
        ticket(busy, "One");
        ticket(busy, "Two");
        ticket(quiet, "Three");
        assertThat(port(OverviewRepository.class).busiest(reading(busy), PROJECTS_MAX))
                .containsExactly(
                        port(OverviewRepository.class).overview(busy),
                        port(OverviewRepository.class).overview(quiet));
        assertThat(port(OverviewRepository.class).busiest(reading(busy), 1)).hasSize(1);
    }

    @Test
    void searchFindsTicketsTasksAndComments() {
        Project project = project();
        Ticket ticket = ticket(project, "The zeppelin <b>lands</b>");
        Task task = task(ticket, 0, TaskContent.of("Paint the zeppelin"));
        User author = user();
        Comment comment = Comment.write(id(), ticket.id(), Caller.of(author), "zeppelin? nice", NOW);
        change(() -> port(CommentRepository.class).insertAll(List.of(comment)));
        assertThat(search(project, "zepp"))
                .extracting(hit -> hit.id().value())
                .containsExactlyInAnyOrder(
                        ticket.id().value(), task.id().value(), comment.id().value());
        SearchHit hit = search(project, "ZEPPELIN lands").getFirst();
        assertThat(hit.snippet())
                .contains("<mark>zeppelin</mark>")
                .contains("&lt;b&gt;")
                .doesNotContain("<b>");
        assertThat(hit.ticketKey()).isEqualTo(ticket.key());
        SearchQuery tasksOnly = new SearchQuery("zeppelin", List.of(SearchKind.TASK), project.id(), 10);
        assertThat(port(SearchIndex.class).search(reading(project), tasksOnly))
                .extracting(SearchHit::kind)
                .containsExactly(SearchKind.TASK);
    }

    @Test
    void searchSeesOnlyWhatLives() {
        Project project = project();
        Ticket ticket = ticket(project, "Dirigible");
        change(() -> port(TicketRepository.class).update(ticket.delete(deletion())));
        assertThat(search(project, "dirigible")).isEmpty();
        Project gone = project();
        ticket(gone, "Dirigible");
        change(() -> port(ProjectRepository.class).update(gone.delete(deletion())));
        assertThat(search(gone, "dirigible")).isEmpty();
    }

    @Test
    void searchFollowsChangesOfTheText() {
        Project project = project();
        Ticket ticket = ticket(project, "Before");
        Task task = task(ticket, 0, TaskContent.of("old words"));
        change(() -> port(TaskRepository.class).update(task.edit(TaskContent.of("new words"), NOW)));
        assertThat(search(project, "old")).isEmpty();
        assertThat(search(project, "new words")).hasSize(1);
    }

    @Test
    void operatorsInSearchTextAreData() {
        Project project = project();
        ticket(project, "Balloon");
        for (String text : List.of(
                "\"",
                "balloon\"",
                "balloon*",
                "NOT balloon",
                "title:balloon",
                "balloon & !x",
                "(",
                "'",
                "-balloon",
                "^")) {
            assertThat(search(project, text).size()).isLessThanOrEqualTo(1);
        }
        assertThat(search(project, "ball%")).hasSize(1);
        assertThat(search(project, "b_lloon")).isEmpty();
    }

    /** R35: Chinese, Japanese and Thai put no spaces between words. */
    @Test
    void wordsInsideTextWithoutSpacesAreFound() {
        Project project = project();
        ticket(project, "修复登录页面的错误");
        ticket(project, "ログインページのバグを修正する");
        ticket(project, "แก้ไขข้อผิดพลาดในหน้าเข้าสู่ระบบ");
        ticket(project, "Deploy東京serverへ");
        List<List<String>> found = List.of(
                List.of("登录", "页面", "错误", "修复登录页面的错误", "误", "登 错误"),
                List.of("ページ", "バグ", "修正"),
                List.of("ผิดพลาด", "ระบบ"),
                List.of("東京", "deploy", "server", "東京server"));
        for (List<String> words : found) {
            for (String word : words) {
                assertThat(search(project, word)).as(word).hasSize(1);
            }
        }
        for (String word : List.of("错登", "面页", "ペーシ", "京東", "erver")) {
            assertThat(search(project, word)).as(word).isEmpty();
        }
    }

    /** R35: the same on both engines. */
    @Test
    void searchFoldsCaseAndAccentsOfAllLetters() {
        Project project = project();
        ticket(project, "Über Cafés und ΣΊΣΥΦΟΣ, Привет");
        for (String word : List.of("uber", "ÜBER", "cafes", "CAFÉS", "caf", "σίσυφοσ", "привет", "ПРИВЕТ")) {
            assertThat(search(project, word)).as(word).hasSize(1);
        }
    }

    @Test
    void aSnippetShowsWhereTheWordsAre() {
        Project project = project();
        Ticket ticket = ticket(project, "Balloon");
        Task task = task(ticket, 0, TaskContent.of("前置きが長い文章".repeat(30) + "目的地はここ" + "終わり".repeat(30)));
        assertThat(search(project, "balloon").getFirst().snippet()).isEqualTo("<mark>Balloon</mark>");
        assertThat(search(project, "目的地")).hasSize(1);
        assertThat(task.content().content()).contains("目的地");
    }

    @Test
    void punctuationSeparatesWords() {
        Project project = project();
        ticket(project, "Fix foo.bar/baz-qux@example.org");
        for (String word : List.of("foo", "bar", "baz", "qux", "example")) {
            assertThat(search(project, word)).as(word).hasSize(1);
        }
    }

    @Test
    void foreignIdsAreFoundAgain() {
        Project project = project();
        Ticket ticket = ticket(project, "Imported");
        Task task = task(ticket, 0, TaskContent.of("step"));
        change(() -> port(AliasRepository.class)
                .insertAll(List.of(
                        new Alias(id(), project.id(), "test", "1", AliasKind.TICKET, ticket.id()),
                        new Alias(id(), project.id(), "test", "1/1", AliasKind.TASK, task.id()))));
        Map<String, Id<?>> found = port(AliasRepository.class).find(project.id(), "test", List.of("1", "1/1", "2"));
        assertThat(found).containsOnlyKeys("1", "1/1").containsEntry("1/1", task.id());
        assertThat(port(AliasRepository.class).find(project.id(), "other", List.of("1")))
                .isEmpty();
        assertThatThrownBy(() -> change(() -> port(AliasRepository.class)
                        .insertAll(List.of(new Alias(id(), project.id(), "test", "1", AliasKind.TICKET, ticket.id())))))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void anAnswerIsKeptOnceAndForgottenLater() {
        User caller = user();
        var key = new IdempotencyStore.Key(caller.id(), "POST", "/x", "k");
        var answer = new IdempotencyStore.Answer("hash", 201, "{}", "{\"a\":1}");
        change(() -> port(IdempotencyStore.class).insert(key, answer, NOW));
        assertThat(port(IdempotencyStore.class).find(key)).contains(answer);
        assertThatThrownBy(() -> change(() -> port(IdempotencyStore.class).insert(key, answer, NOW)))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.IDEMPOTENCY_IN_FLIGHT));
        assertThat(forgottenBefore(NOW, 1)).isZero();
        var newer = new IdempotencyStore.Key(caller.id(), "POST", "/x", "newer");
        change(() -> port(IdempotencyStore.class).insert(newer, answer, NOW.plusMillis(1)));
        assertThat(forgottenBefore(NOW.plusMillis(2), 1)).isOne();
        assertThat(port(IdempotencyStore.class).find(key)).isEmpty();
        assertThat(port(IdempotencyStore.class).find(newer)).contains(answer);
        assertThat(forgottenBefore(NOW.plusMillis(2), 2)).isOne();
        assertThat(port(IdempotencyStore.class).find(newer)).isEmpty();
    }

    private int forgottenBefore(Instant moment, int limit) {
        return write(() -> port(IdempotencyStore.class).deleteBefore(moment, limit));
    }

    @Test
    void aForeignKeyToNothingIsAConflict() {
        Project project = project();
        Ticket orphan = Ticket.create(
                id(),
                id(),
                new dev.cairn.domain.ticket.TicketKey(project.key(), 999),
                dev.cairn.domain.ticket.TicketContent.titled("Orphan"),
                NOW);
        assertThatThrownBy(() -> change(() -> port(TicketRepository.class).insert(orphan)))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONSTRAINT));
    }

    private List<SearchHit> search(Project project, String text) {
        return port(SearchIndex.class).search(reading(project), new SearchQuery(text, List.of(), project.id(), 10));
    }

    private static NewActivity entry(Project project, int n) {
        return new NewActivity(ActivityType.PROJECT_VALIDATED, project.id(), project.id(), null, null, Map.of("n", n));
    }
}
