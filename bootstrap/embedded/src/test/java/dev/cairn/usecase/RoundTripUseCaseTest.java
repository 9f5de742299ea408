package dev.cairn.usecase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.artifact.CreateArtifact;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.queue.ClaimRequest;
import dev.cairn.application.queue.ClaimResult.Claimed;
import dev.cairn.application.queue.ClaimUpdate;
import dev.cairn.application.queue.EnqueueItem;
import dev.cairn.application.queue.ItemPlace;
import dev.cairn.application.ticket.CommentText;
import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.application.ticket.TaskDraft;
import dev.cairn.domain.activity.ActivityFilter;
import dev.cairn.domain.activity.ActivityLog;
import dev.cairn.domain.artifact.Artifact;
import dev.cairn.domain.artifact.ArtifactContent;
import dev.cairn.domain.artifact.ArtifactFilter;
import dev.cairn.domain.artifact.ArtifactFormat;
import dev.cairn.domain.artifact.ArtifactRepository;
import dev.cairn.domain.artifact.ArtifactType;
import dev.cairn.domain.artifact.RevisionRepository;
import dev.cairn.domain.artifact.RevisionText;
import dev.cairn.domain.error.DomainError;
import dev.cairn.domain.error.Unavailable;
import dev.cairn.domain.kernel.Archived;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.ProjectContent;
import dev.cairn.domain.project.ProjectFilter;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.prompt.Prompt;
import dev.cairn.domain.prompt.PromptContent;
import dev.cairn.domain.prompt.PromptFilter;
import dev.cairn.domain.prompt.PromptRepository;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.ItemStatus;
import dev.cairn.domain.queue.Progress;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.queue.QueueItemRepository;
import dev.cairn.domain.queue.QueueRepository;
import dev.cairn.domain.setting.SystemSettings;
import dev.cairn.domain.ticket.Comment;
import dev.cairn.domain.ticket.CommentRepository;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TaskContent;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketFilter;
import dev.cairn.domain.ticket.TicketRepository;
import dev.cairn.domain.ticket.TicketWithTasks;
import dev.cairn.domain.user.Preferences;
import dev.cairn.domain.user.UserContent;
import dev.cairn.domain.user.UserFilter;
import dev.cairn.domain.user.UserRepository;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * P16: nothing is ever stored that cannot be read again. Each field of everything that can be written is set to values at
 * and beyond its limits; what is not refused is then read one by one, in every list and order, by search and export. A run tries a sample of the values; {@code -Dcairn.oneOf=1} tries all.
 */
class RoundTripUseCaseTest extends UseCaseTest {
    private static final int READ_EVERY = 8;

    private final long seed = Long.getLong("cairn.seed", System.nanoTime());
    private final Extremes extremes = new Extremes(seed, Integer.getInteger("cairn.oneOf", 12));

    private TicketWithTasks ticket;
    private Id<Task> task;
    private Id<Comment> comment;
    private Queue queue;
    private Id<QueueItem> item;
    private Id<Artifact> artifact;
    private Id<Prompt> prompt;

    @BeforeEach
    void fill() {
        services.projects().create(owner, CreateProject.of("CRN2", "Cairn two"));
        ticket = ticket("One", "Step");
        ticket("Two");
        task = ticket.tasks().getFirst().id();
        comment = services.comments()
                .add(owner, ref(ticket), new CommentText("Said"))
                .id();
        queue = queue("agents");
        queue("others");
        item = enqueue(queue, ticket("Queued")).item().id();
        enqueue(queue, ticket("Queued too"));
        prompt = services.prompts()
                .create(owner, CRN, PromptContent.of("Review", "step"))
                .id();
        artifact = services.artifacts()
                .create(
                        owner,
                        CRN,
                        new CreateArtifact(ArtifactType.DOCUMENT, "Doc", ArtifactFormat.MARKDOWN, RevisionText.of("x")))
                .artifact()
                .id();
    }

    /** Tries each; whatever was not refused must leave everything readable. */
    private <R extends Record> void tried(R standard, Consumer<R> write) {
        List<String> accepted = new ArrayList<>();
        extremes.of(standard, made -> {
            try {
                write.accept(made);
                accepted.add(excerpt(made));
            } catch (Unavailable broken) {
                throw new AssertionError("seed %d: %s".formatted(seed, excerpt(made)), broken);
            } catch (DomainError refused) {
                assertThat(refused.code()).isNotNull();
                return;
            } catch (RuntimeException e) {
                throw new AssertionError("seed %d: %s".formatted(seed, excerpt(made)), e);
            }
            if (accepted.size() % READ_EVERY == 0) {
                readableAfter(accepted);
            }
        });
        readableAfter(accepted);
        exported();
    }

    private void readableAfter(List<String> accepted) {
        try {
            readAll();
        } catch (RuntimeException e) {
            List<String> latest = accepted.subList(Math.max(0, accepted.size() - READ_EVERY), accepted.size());
            throw new AssertionError("seed %d: unreadable after one of %s".formatted(seed, latest), e);
        }
    }

    private static String excerpt(Object made) {
        String text = made.toString();
        return text.length() > 600 ? text.substring(0, 600) + "…" : text;
    }

    @Test
    void tickets() {
        tried(
                TicketContent.titled("First"),
                content -> services.tickets().update(owner, ref(ticket), Expected.ANY, _ -> content));
        tried(
                TicketContent.titled("New"),
                fields -> services.tickets().create(owner, CRN, new CreateTicket(fields, List.of())));
    }

    @Test
    void tasks() {
        tried(
                TaskContent.of("Step"),
                content -> services.tasks().update(owner, task, draft -> draft.withContent(content)));
        tried(TaskContent.of("New"), content -> {
            Task made = services.tasks().create(owner, ref(ticket), new TaskDraft(content, TaskStatus.PENDING));
            services.tasks().delete(owner, made.id());
        });
    }

    @Test
    void comments() {
        tried(new CommentText("Said"), text -> services.comments().edit(owner, comment, text));
        tried(new CommentText("Said"), text -> services.comments().add(owner, ref(ticket), text));
    }

    @Test
    void projects() {
        tried(
                ProjectContent.named("Cairn"),
                fields -> services.projects().update(owner, CRN, Expected.ANY, _ -> fields));
    }

    @Test
    void queues() {
        tried(
                QueueContent.named("agents"),
                fields -> services.queues().update(owner, queue.id(), Expected.ANY, _ -> fields));
        tried(QueueContent.named("new"), fields -> {
            Queue made = services.queues().create(owner, CRN, fields);
            services.queues().delete(owner, made.id(), Expected.ANY);
        });
    }

    @Test
    void items() {
        tried(
                new ItemPlace(Priority.NORMAL, 1, Instant.EPOCH, true, true),
                place -> services.items().update(owner, item, _ -> place));
        tried(
                new EnqueueItem(ref(ticket("Third")), null, null, null, false, true),
                fields -> services.items().enqueue(owner, queue.id(), List.of(fields)));
    }

    @Test
    void claims() {
        tried(ClaimRequest.DEFAULT, request -> {
            if (services.claims().claim(owner, queue.id(), request) instanceof Claimed claimed) {
                services.claims().get(owner, claimed.claim().id());
                services.claims()
                        .release(
                                owner,
                                claimed.claim().id(),
                                ClaimUpdate.of(claimed.claim().fencingToken()));
            }
        });
        for (Finish finish : List.<Finish>of(
                (claim, update) -> services.claims().heartbeat(owner, claim, update),
                (claim, update) -> services.claims().complete(owner, claim, update),
                (claim, update) -> services.claims().fail(owner, claim, update),
                (claim, update) -> services.claims().release(owner, claim, update))) {
            Queue fresh = queue("q" + ids++);
            tried(ClaimUpdate.of(1), update -> finished(fresh, finish, update));
            tried(new Progress(1, "x"), progress -> finished(fresh, finish, progressing(progress)));
        }
    }

    private int ids;

    private interface Finish {
        void apply(Id<Claim> claim, ClaimUpdate update);
    }

    private static ClaimUpdate progressing(Progress progress) {
        return new ClaimUpdate(1, null, progress, null, null, null, false);
    }

    private void finished(Queue fresh, Finish finish, ClaimUpdate update) {
        enqueue(fresh, ticket("Claimed"));
        Claimed claimed = claim(fresh);
        try {
            finish.apply(claimed.claim().id(), update);
            services.claims().get(owner, claimed.claim().id());
        } finally {
            if (services.items().get(owner, claimed.item().id()).item().status() == ItemStatus.CLAIMED) {
                services.items().cancel(owner, claimed.item().id());
            }
        }
    }

    @Test
    void people() {
        tried(
                UserContent.named("Me"),
                content -> services.users().update(owner, owner.userId(), Expected.ANY, _ -> content));
        tried(Preferences.DEFAULT, preferences -> services.preferences().update(owner, _ -> preferences));
        tried(SystemSettings.DEFAULT, settings -> services.settings().changeSystem(owner, _ -> settings));
    }

    @Test
    void artifacts() {
        tried(
                new ArtifactContent("Doc"),
                content -> services.artifacts()
                        .update(owner, artifact, Expected.ANY, draft -> draft.withContent(content)));
    }

    @Test
    void prompts() {
        tried(
                PromptContent.of("Review", "Words"),
                content -> services.prompts().update(owner, prompt, Expected.ANY, _ -> content));
        tried(PromptContent.of("New", "Words"), content -> services.prompts().create(owner, CRN, content));
    }

    private void readAll() {
        services.prompts().get(owner, prompt);
        services.prompts().list(owner, CRN, PromptFilter.of(null), page(Sort.by(Sort.asc("title"))));
        services.tickets().get(owner, ref(ticket));
        services.tasks().get(owner, task);
        services.comments().get(owner, comment);
        services.queues().get(owner, queue.id());
        services.queues().stats(owner, queue.id());
        services.items().get(owner, item);
        services.artifacts().get(owner, artifact);
        services.overviews().get(owner, CRN);
        services.users().get(owner, owner.userId());
        services.preferences().get(owner);
        services.settings().system(owner);
        services.ready().list(owner, CRN, true, PageRequest.LIMIT_MAX, null);
        services.search().search(owner, "step", List.of(), null, 10);
        lists();
    }

    private void lists() {
        each(
                ProjectRepository.SORTS,
                page -> services.projects().list(owner, new ProjectFilter(List.of(), Archived.ANY, null, null), page));
        each(TicketRepository.SORTS, page -> services.tickets().list(owner, CRN, TicketFilter.ANY, page));
        each(QueueRepository.SORTS, page -> services.queues().list(owner, CRN, page));
        each(QueueItemRepository.SORTS, page -> services.items().list(owner, queue.id(), List.of(), page));
        each(PromptRepository.SORTS, page -> services.prompts().list(owner, CRN, PromptFilter.of(null), page));
        each(ArtifactRepository.SORTS, page -> services.artifacts().list(owner, CRN, ArtifactFilter.ANY, page));
        each(RevisionRepository.SORTS, page -> services.artifacts().revisions(owner, artifact, page));
        each(
                UserRepository.SORTS,
                page -> services.users().list(owner, new UserFilter(List.of(), null, null, null), page));
        all(page(CommentRepository.THREAD_ORDER), page -> services.comments().list(owner, ref(ticket), page));
        services.activity()
                .list(
                        owner,
                        CRN,
                        new ActivityFilter(null, null, null, List.of()),
                        new PageRequest(2, null, ActivityLog.NEWEST_FIRST, false));
    }

    private static PageRequest page(Sort sort) {
        return new PageRequest(PageRequest.LIMIT_MAX, null, sort, false);
    }

    /** The first two pages of two, by each field. */
    private static void each(Set<String> sorts, Function<PageRequest, Page<?>> list) {
        for (String sort : sorts) {
            PageRequest first = new PageRequest(1, null, Sort.parse("-" + sort, sorts), false);
            @Nullable String next = list.apply(first).nextCursor();
            if (next != null) {
                var _ = list.apply(first.at(next));
            }
        }
    }

    private static void all(PageRequest first, Function<PageRequest, Page<?>> list) {
        assertThat(list.apply(first).items()).isNotEmpty();
    }

    private void exported() {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            services.exports().export(owner, CRN, out);
            assertThat(out.toString(UTF_8)).contains("\"CRN\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
