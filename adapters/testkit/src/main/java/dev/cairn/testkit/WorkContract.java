package dev.cairn.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.kernel.Archived;
import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.ticket.Comment;
import dev.cairn.domain.ticket.CommentRepository;
import dev.cairn.domain.ticket.FirstTasks;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.ShownTicket;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TaskContent;
import dev.cairn.domain.ticket.TaskRepository;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketFilter;
import dev.cairn.domain.ticket.TicketLink;
import dev.cairn.domain.ticket.TicketLinkRepository;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.ticket.TicketRepository;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketSummary;
import dev.cairn.domain.ticket.TicketType;
import dev.cairn.domain.ticket.TicketWithTasks;
import dev.cairn.domain.ticket.WaitsFor;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.User;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tickets, tasks, comments and links as they are stored and found (R5, R9, R30, R31, R33). */
public abstract class WorkContract extends StoreContract {
    @Test
    void everyFieldOfATicketComesBack() {
        Project project = project();
        Ticket parent = ticket(project, "Parent");
        TicketContent content = new TicketContent(
                TicketType.BUG,
                "Title",
                "Über \"alles\"\n",
                Priority.URGENT,
                project.ownerId(),
                parent.id(),
                List.of("a", "\"quoted\", with comma"),
                List.of("works"),
                List.of(id()),
                List.of(id(), id()),
                List.of(),
                30,
                NOW.plusSeconds(5),
                7,
                new Json("{ \"b\" : 1,\"a\":[true, null] }"));
        Ticket ticket = ticket(project, content);
        assertThat(port(TicketRepository.class).require(ticket.id())).isEqualTo(ticket);
        assertThat(ticket.content()).isEqualTo(content);
        assertThat(port(TicketRepository.class).require(reading(project), new TicketRef.ByKey(ticket.key())))
                .isEqualTo(ticket);
    }

    @Test
    void aTicketComesWithItsTasksInTheirOrder() {
        Project project = project();
        Ticket ticket = ticket(project, "With tasks");
        Task first = task(ticket, 0, TaskContent.of("first"));
        Task third = task(ticket, 2, dependingOn(first.id()));
        Task second = task(ticket, 1, TaskContent.of("second"));
        for (TicketRef ref : List.of(TicketRef.of(ticket.id()), new TicketRef.ByKey(ticket.key()))) {
            var found = port(TicketRepository.class).requireWithTasks(reading(project), ref);
            assertThat(found.ticket()).isEqualTo(ticket);
            assertThat(found.tasks()).containsExactly(first, second, third);
            assertThat(port(TicketRepository.class).requireShown(reading(project), ref))
                    .isEqualTo(new ShownTicket(found, null));
        }
        assertThat(port(TicketRepository.class)
                        .pageWithTasks(TicketFilter.of(project.id()), PageRequest.first(TicketRepository.CLAIM_ORDER))
                        .items())
                .containsExactly(new TicketWithTasks(ticket, List.of(first, second, third)));
        assertThat(port(TaskRepository.class).findByTicket(ticket.id())).containsExactly(first, second, third);
        assertThat(port(TaskRepository.class).require(third.id()).content().dependsOn())
                .containsExactly(first.id());
    }

    @Test
    void theFirstTasksOfEachTicketAreFoundByStatusAndNoMoreThanAskedFor() {
        Project project = project();
        Ticket one = ticket(project, "One");
        Ticket two = ticket(project, "Two");
        Task done = task(one, 0, TaskContent.of("done"));
        change(() -> port(TaskRepository.class).update(done.moveTo(TaskStatus.COMPLETED, NOW)));
        Task third = task(one, 2, TaskContent.of("third"));
        Task second = task(one, 1, TaskContent.of("second"));
        Task other = task(two, 0, TaskContent.of("other"));
        List<Id<Ticket>> ids = List.of(one.id(), two.id());
        assertThat(first(project, ids, new FirstTasks(TaskStatus.PENDING, 1), 9))
                .containsExactly(second, other);
        assertThat(first(project, ids, new FirstTasks(TaskStatus.PENDING, 9), 9))
                .containsExactly(second, third, other);
        assertThat(first(project, ids, new FirstTasks(null, 9), 2))
                .extracting(Task::id)
                .containsExactly(done.id(), second.id());
        assertThat(first(project, ids, new FirstTasks(null, 0), 9)).isEmpty();
    }

    private List<Task> first(Project project, List<Id<Ticket>> tickets, FirstTasks wanted, int most) {
        return port(TaskRepository.class).findFirst(reading(project), tickets, wanted, most);
    }

    @Test
    void aDeletedTaskLetsThoseBehindItMoveUp() {
        Ticket ticket = ticket(project(), "Gap");
        Task first = task(ticket, 0, TaskContent.of("first"));
        task(ticket, 1, TaskContent.of("second"));
        task(ticket, 2, TaskContent.of("third"));
        change(() -> port(TaskRepository.class).delete(first, deletion()));
        assertThat(port(TaskRepository.class).findByTicket(ticket.id()))
                .extracting(Task::orderIndex)
                .containsExactly(0, 1);
    }

    @Test
    void aRestoreBringsBackWhatTheDeletionTookAndNothingElse() {
        Project project = project();
        Ticket ticket = ticket(project, "Deleted with all");
        Task before = task(ticket, 0, TaskContent.of("gone before"));
        Task with = task(ticket, 1, TaskContent.of("gone with it"));
        change(() -> port(TaskRepository.class).delete(before, deletion()));
        Deletion deletion = deletion();
        change(() -> {
            port(TicketRepository.class).deleteByProject(project.id(), deletion);
            port(TaskRepository.class).deleteByProject(project.id(), deletion);
            port(CommentRepository.class).deleteByProject(project.id(), deletion);
        });
        assertThat(port(TicketRepository.class).find(ticket.id())).isEmpty();
        assertThat(port(TaskRepository.class).find(with.id())).isEmpty();
        change(() -> {
            port(TicketRepository.class).restoreByProject(project.id(), deletion);
            port(TaskRepository.class).restore(deletion);
            port(CommentRepository.class).restore(deletion);
        });
        assertThat(port(TicketRepository.class).find(ticket.id())).isPresent();
        assertThat(port(TaskRepository.class).findByTicket(ticket.id()))
                .extracting(Task::id)
                .containsExactly(with.id());
    }

    @Test
    void listsCountTasksAndBlockersByOneQuery() {
        Project project = project();
        Ticket blocker = ticket(project, "Blocker");
        Ticket ticket = ticket(project, "Blocked");
        task(ticket, 0, TaskContent.of("open"));
        Task done = task(ticket, 1, TaskContent.of("done"));
        change(() -> port(TaskRepository.class).update(done.moveTo(TaskStatus.COMPLETED, NOW)));
        link(blocker, LinkKind.BLOCKS, ticket);
        TicketSummary summary = list(TicketFilter.of(project.id())).stream()
                .filter(s -> s.id().equals(ticket.id()))
                .findFirst()
                .orElseThrow();
        assertThat(List.of(summary.taskCount(), summary.openTaskCount(), summary.blockerCount()))
                .containsExactly(2, 1, 1);
        assertThat(summary.claimed()).isFalse();
    }

    @Test
    void onlyReadyTicketsAreReadyInClaimOrder() {
        Project project = project();
        Ticket low = ticket(project, content("Low", Priority.LOW, 1));
        Ticket late = ticket(project, content("Late", Priority.URGENT, 2));
        Ticket early = ticket(project, content("Early", Priority.URGENT, 1));
        Ticket blocked = ticket(project, content("Blocked", Priority.URGENT, 0));
        link(low, LinkKind.BLOCKS, blocked);
        change(() ->
                port(TicketRepository.class).update(ticket(project, "Archived").archive(NOW)));
        assertThat(keys(TicketFilter.ready(project.id()))).containsExactly(key(early), key(late), key(low));
        change(() -> port(TicketRepository.class).update(low.enter(TicketStatus.COMPLETED, NOW)));
        assertThat(keys(TicketFilter.ready(project.id()))).containsExactly(key(blocked), key(early), key(late));
    }

    @Test
    void filtersTakeTextAsData() {
        Project project = project();
        Ticket hit = ticket(project, labelled("Parser falls over", "a\"b%"));
        ticket(project, labelled("Something else", "ab"));
        assertThat(keys(filter(project, "a\"b%", null))).containsExactly(key(hit));
        assertThat(keys(filter(project, null, "pars"))).containsExactly(key(hit));
        for (String odd :
                List.of("\"", "*", "parser OR else", "NEAR(parser)", "title:parser", "par%", "' | !x", "^parser ~1")) {
            assertThat(keys(filter(project, null, odd))).isSubsetOf(List.of(key(hit)));
        }
    }

    @Test
    void pagesInMixedDirectionsShowEveryTicketOnce() {
        Project project = project();
        for (int i = 0; i < 9; i++) {
            ticket(project, content("T" + i, Priority.ofRank(i % 3), i % 2));
        }
        PageRequest request = new PageRequest(2, null, TicketRepository.CLAIM_ORDER, true);
        List<String> paged = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Page<TicketSummary> page =
                    port(TicketRepository.class).page(TicketFilter.of(project.id()), request.at(cursor));
            assertThat(page.total()).isEqualTo(9);
            page.items().forEach(ticket -> paged.add(ticket.key().toString()));
            cursor = page.nextCursor();
        } while (cursor != null);
        assertThat(paged).isEqualTo(keys(TicketFilter.of(project.id()))).hasSize(9);
    }

    @Test
    void blockingIsFollowedAlongAllPaths() {
        Project project = project();
        Ticket a = ticket(project, "a");
        Ticket b = ticket(project, "b");
        Ticket c = ticket(project, "c");
        link(a, LinkKind.BLOCKS, b);
        link(b, LinkKind.BLOCKS, c);
        link(c, LinkKind.RELATES_TO, a);
        assertThat(port(TicketLinkRepository.class).blocksTransitively(a.id(), c.id()))
                .isTrue();
        assertThat(port(TicketLinkRepository.class).blocksTransitively(c.id(), a.id()))
                .isFalse();
        assertThat(port(TicketLinkRepository.class).findWaits(List.of(c.id())))
                .extracting(WaitsFor::otherKey)
                .containsExactly(b.key());
        assertThat(port(TicketLinkRepository.class).findByTicket(reading(project), b.id()))
                .hasSize(2);
        assertThat(port(TicketLinkRepository.class).findByProject(project.id(), LinkKind.BLOCKS))
                .hasSize(2);
        assertThat(port(TicketLinkRepository.class).findFrom(reading(project), List.of(c.id())))
                .hasSize(1);
        TicketLink link = new TicketLink(a.id(), b.id(), LinkKind.BLOCKS);
        assertThat(write(() -> port(TicketLinkRepository.class).insert(link))).isFalse();
        assertThat(write(() -> port(TicketLinkRepository.class).delete(link))).isTrue();
        assertThat(write(() -> port(TicketLinkRepository.class).delete(link))).isFalse();
    }

    /** What is deleted can be restored, so that links with it count where a circle is looked for. */
    @Test
    void blockingIsFollowedThroughDeletedTickets() {
        Project project = project();
        Ticket a = ticket(project, "a");
        Ticket b = ticket(project, "b");
        Ticket c = ticket(project, "c");
        link(a, LinkKind.BLOCKS, b);
        link(b, LinkKind.BLOCKS, c);
        write(() -> port(TicketRepository.class).update(b.delete(deletion())));
        TicketLinkRepository links = port(TicketLinkRepository.class);
        assertThat(links.blocksTransitively(a.id(), c.id())).isTrue();
        assertThat(links.findByProject(project.id(), LinkKind.BLOCKS)).hasSize(2);
        assertThat(links.findTouching(List.of(a.id(), c.id()))).isEmpty();
    }

    @Test
    void ancestorsAreFoundUpTheTree() {
        Project project = project();
        Ticket top = ticket(project, "top");
        Ticket middle = ticket(project, below(top));
        Ticket leaf = ticket(project, below(middle));
        assertThat(port(TicketRepository.class).isSelfOrAncestor(top.id(), leaf.id()))
                .isTrue();
        assertThat(port(TicketRepository.class).isSelfOrAncestor(leaf.id(), leaf.id()))
                .isTrue();
        assertThat(port(TicketRepository.class).isSelfOrAncestor(leaf.id(), top.id()))
                .isFalse();
    }

    @Test
    void aCommentKeepsItsPlaceInTheThread() {
        Ticket ticket = ticket(project(), "Talk");
        User author = user();
        Caller caller = Caller.of(author);
        Comment first = Comment.write(id(), ticket.id(), caller, "first", NOW);
        Comment second = Comment.write(id(), ticket.id(), caller, "second", NOW);
        change(() -> port(CommentRepository.class).insertAll(List.of(first, second)));
        change(() -> port(CommentRepository.class).update(first.edit(caller, "changed", NOW.plusSeconds(1))));
        PageRequest request = PageRequest.first(CommentRepository.THREAD_ORDER);
        assertThat(port(CommentRepository.class)
                        .page(new CommentRepository.OfTicket(ticket.id()), request)
                        .items())
                .extracting(Comment::content)
                .containsExactly("changed", "second");
        assertThat(port(CommentRepository.class)
                        .page(
                                new CommentRepository.OfTicket(ticket.id()),
                                PageRequest.first(Sort.parse("-createdAt", CommentRepository.SORTS)))
                        .items())
                .extracting(Comment::content)
                .containsExactly("second", "changed");
        Comment third = Comment.write(id(), ticket.id(), caller, "third", NOW.plusMillis(1));
        change(() -> port(CommentRepository.class).insertAll(List.of(third)));
        assertThat(port(CommentRepository.class).findSince(ticket.id(), NOW.minusMillis(1), 2))
                .extracting(Comment::content)
                .containsExactly("second", "third");
        assertThat(port(CommentRepository.class).findSince(ticket.id(), NOW.plusMillis(1), 9))
                .isEmpty();
        change(() -> port(CommentRepository.class)
                .update(second.delete(caller, author.id(), new Deletion(id(), NOW.plusSeconds(2)))));
        assertThat(port(CommentRepository.class).countDeleted(ticket.projectId()))
                .isEqualTo(1);
    }

    private List<TicketSummary> list(TicketFilter filter) {
        return port(TicketRepository.class)
                .page(filter, PageRequest.first(TicketRepository.CLAIM_ORDER))
                .items();
    }

    private List<String> keys(TicketFilter filter) {
        return list(filter).stream().map(ticket -> ticket.key().toString()).toList();
    }

    private static String key(Ticket ticket) {
        return ticket.key().toString();
    }

    private static TaskContent dependingOn(Id<Task> task) {
        return new TaskContent("third", "long", 5, null, List.of("x"), List.of(task));
    }

    private static TicketContent content(String title, Priority priority, long position) {
        return with(title, priority, null, List.of(), position);
    }

    private static TicketContent labelled(String title, String label) {
        return with(title, Priority.NORMAL, null, List.of(label), 0);
    }

    private static TicketContent below(Ticket parent) {
        return with("Child", Priority.NORMAL, parent.id(), List.of(), 0);
    }

    private static TicketContent with(
            String title, Priority priority, @Nullable Id<Ticket> parent, List<String> labels, long position) {
        return TicketContent.titled(title)
                .with(ticket -> ticket.priority(priority)
                        .parentId(parent)
                        .labels(labels)
                        .position(position));
    }

    private static TicketFilter filter(Project project, @Nullable String label, @Nullable String text) {
        return new TicketFilter(
                project.id(), List.of(), List.of(), List.of(), null, null, label, Archived.NO, text, false);
    }
}
