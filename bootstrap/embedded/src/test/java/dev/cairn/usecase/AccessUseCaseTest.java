package dev.cairn.usecase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.application.memory.MemoryOwner;
import dev.cairn.application.memory.NewMemory;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.queue.ClaimRequest;
import dev.cairn.application.queue.ClaimResult.Claimed;
import dev.cairn.application.queue.ClaimUpdate;
import dev.cairn.application.queue.EnqueueItem;
import dev.cairn.application.ticket.CommentText;
import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.activity.Activity;
import dev.cairn.domain.activity.ActivityFilter;
import dev.cairn.domain.activity.ActivityLog;
import dev.cairn.domain.error.DomainError;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.memory.Memory;
import dev.cairn.domain.memory.MemoryContent;
import dev.cairn.domain.memory.MemoryRelation;
import dev.cairn.domain.memory.RelationKind;
import dev.cairn.domain.project.ProjectFilter;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.queue.ClaimOutcome;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.domain.search.SearchHit;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.TicketFilter;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.ticket.TicketWithTasks;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.Credential;
import dev.cairn.domain.user.Scope;
import dev.cairn.domain.user.SystemRole;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one caller may see and do, another may not (R6, R18, R22, R34). */
class AccessUseCaseTest extends UseCaseTest {
    private static final ProjectRef EVE = ProjectRef.parse("EVE");
    private static final PageRequest NEWEST = PageRequest.first(Sort.by(Sort.desc("createdAt")));

    private Caller stranger;
    private TicketWithTasks theirs;

    /** A project of somebody else's, with the same words in it. */
    @BeforeEach
    void strangersProject() {
        stranger = human("Eve");
        services.projects().create(stranger, CreateProject.of("EVE", "Secret"));
        theirs = services.tickets().create(stranger, EVE, CreateTicket.titled("zeppelin"));
    }

    @Test
    void whatACallerCannotSeeIsNotFoundInTheSameWordsAsWhatDoesNotExist() {
        DomainError foreign = refusal(TicketRef.parse("EVE-1"));
        DomainError absent = refusal(TicketRef.parse("EVE-9"));
        assertThat(foreign.code()).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(foreign.details()).isEqualTo(absent.details());
        assertThat(foreign.reason().replace("EVE-1", "EVE-9")).isEqualTo(absent.reason());
    }

    @Test
    void aSystemWithManyProjectsLooksToEachCallerLikeItsOwn() {
        ticket("zeppelin");
        assertThat(services.projects().list(owner, ProjectFilter.LIVE, NEWEST).items())
                .extracting(p -> p.key().value())
                .containsExactly("CRN");
        assertThat(services.overviews().busiest(stranger, 50))
                .extracting(overview -> overview.key().value())
                .containsExactly("EVE");
        assertThat(search(owner)).containsExactly("CRN-1");
        assertThat(search(stranger)).containsExactly("EVE-1");
        assertThat(search(human("Nobody"))).isEmpty();
        assertRefused(ErrorCode.NOT_FOUND, () -> services.search().search(owner, "zeppelin", List.of(), EVE, 20));
    }

    @Test
    void searchFindsWhatTheCallerSeesAmongManyProjectsThatItDoesNot() {
        for (int i = 0; i < 5; i++) {
            ProjectRef more = ProjectRef.parse("M" + i + "X");
            services.projects().create(stranger, CreateProject.of("M" + i + "X", "More " + i));
            services.tickets().create(stranger, more, CreateTicket.titled("zeppelin " + i));
        }
        ticket("zeppelin");
        assertThat(search(owner)).containsExactly("CRN-1");
        assertThat(search(stranger)).hasSize(6).doesNotContain("CRN-1");
    }

    @Test
    void theLogShowsWhatHappenedInTheCallersProjectsAndWhatItDidElsewhere() {
        services.projects().purge(stranger, EVE, Expected.ANY);
        assertThat(log(owner)).extracting(Activity::actorName).containsOnly(owner.name());
        assertThat(log(stranger)).extracting(Activity::type).contains("project.purged", "ticket.created");
        Caller viewer = member("Vic", Role.VIEWER);
        assertThat(log(viewer)).isEqualTo(log(owner));
        assertThat(log(human("Nobody"))).isEmpty();
    }

    @Test
    void aLinkToATicketThatTheReaderCannotSeeIsNotShown() throws IOException {
        services.members().put(stranger, EVE, owner.userId(), Role.EDITOR);
        var mine = ticket("Mine");
        services.links().put(owner, ref(mine), LinkKind.RELATES_TO, ref(theirs));
        Caller viewer = member("Vic", Role.VIEWER);
        assertThat(services.links().list(owner, ref(mine))).hasSize(1);
        assertThat(services.links().list(viewer, ref(mine))).isEmpty();
        assertThat(exported(owner)).contains(id(theirs).toString());
        assertThat(exported(viewer)).doesNotContain(id(theirs).toString());
    }

    @Test
    void theLogOfAProjectTellsNothingOfWhatIsLinkedElsewhere() {
        services.members().put(stranger, EVE, owner.userId(), Role.EDITOR);
        var mine = ticket("Mine");
        Caller viewer = member("Vic", Role.VIEWER);
        for (boolean outgoing : new boolean[] {true, false}) {
            TicketRef from = outgoing ? ref(mine) : ref(theirs);
            TicketRef to = outgoing ? ref(theirs) : ref(mine);
            services.links().put(owner, from, LinkKind.RELATES_TO, to);
            services.links().delete(owner, from, LinkKind.RELATES_TO, to);
        }
        assertThat(log(viewer))
                .filteredOn(entry -> entry.type().startsWith("link."))
                .hasSize(4)
                .allSatisfy(entry -> assertThat(entry.toString())
                        .contains("CRN-1")
                        .contains("relates_to")
                        .doesNotContain("EVE", id(theirs).toString()));
        assertThat(log(stranger))
                .filteredOn(entry -> entry.type().startsWith("link."))
                .hasSize(4)
                .allSatisfy(entry ->
                        assertThat(entry.toString()).contains("EVE-1").doesNotContain("CRN", id(mine).toString()));
    }

    @Test
    void aMemoryTellsNothingOfThoseThatTheReaderCannotSee() {
        services.members().put(stranger, EVE, owner.userId(), Role.EDITOR);
        Memory mine = remembered(CRN);
        Memory other = remembered(CRN);
        Memory hidden = remembered(EVE);
        MemoryRelation here = new MemoryRelation(mine.id(), other.id(), RelationKind.REFINES);
        services.memories().relate(owner, here);
        services.memories().relate(owner, new MemoryRelation(mine.id(), hidden.id(), RelationKind.REFINES));
        services.memories().relate(owner, new MemoryRelation(hidden.id(), mine.id(), RelationKind.SUPPORTS));
        Caller viewer = member("Vic", Role.VIEWER);
        assertThat(services.memories().get(owner, mine.id()).relations()).hasSize(3);
        assertThat(services.memories().get(viewer, mine.id()).relations()).containsExactly(here);
        services.memories().unrelate(owner, mine.id(), hidden.id());
        assertThat(log(viewer))
                .filteredOn(entry -> entry.type().startsWith("memory."))
                .hasSize(6)
                .allSatisfy(entry ->
                        assertThat(entry.toString()).doesNotContain(hidden.id().toString()));
        assertThat(log(stranger))
                .filteredOn(entry -> entry.type().startsWith("memory."))
                .hasSize(4)
                .allSatisfy(entry ->
                        assertThat(entry.toString()).doesNotContain(mine.id().toString()));
    }

    private Memory remembered(ProjectRef project) {
        return services.memories()
                .create(owner, new MemoryOwner(null, project), new NewMemory(MemoryContent.of("kept"), null));
    }

    @Test
    void aForeignTicketIsNotFoundAsParentLinkOrQueueSubject() {
        var mine = ticket("Mine");
        var queue = queue("q");
        assertRefused(
                ErrorCode.NOT_FOUND, () -> services.tickets().update(owner, ref(mine), Expected.ANY, parent(theirs)));
        assertRefused(
                ErrorCode.NOT_FOUND, () -> services.links().put(owner, ref(mine), LinkKind.RELATES_TO, ref(theirs)));
        assertRefused(
                ErrorCode.NOT_FOUND,
                () -> services.items().enqueue(owner, queue.id(), List.of(EnqueueItem.ticket(ref(theirs)))));
        assertThat(services.tickets().getAll(owner, List.of(id(mine), id(theirs))))
                .hasSize(1);
    }

    @Test
    void aViewerReadsAndChangesNothing() {
        Caller viewer = member("Vic", Role.VIEWER);
        var ticket = ticket("One", "step");
        var queue = queue("q");
        enqueue(queue, ticket);
        assertThat(services.tickets().get(viewer, ref(ticket))).isEqualTo(read(ticket));
        assertThat(services.tickets()
                        .list(viewer, CRN, TicketFilter.ANY, NEWEST)
                        .items())
                .hasSize(1);
        assertRefused(
                ErrorCode.ROLE_REQUIRED,
                () -> services.tickets().update(viewer, ref(ticket), Expected.ANY, content -> content.withTitle("x")));
        assertRefused(
                ErrorCode.ROLE_REQUIRED, () -> services.comments().add(viewer, ref(ticket), new CommentText("x")));
        assertRefused(ErrorCode.ROLE_REQUIRED, () -> services.claims().claim(viewer, queue.id(), ClaimRequest.DEFAULT));
    }

    @Test
    void anEditorWritesAndClaimsButDoesNotDecideOverTheProject() {
        Caller editor = member("Ada", Role.EDITOR);
        var ticket = services.tickets().create(editor, CRN, CreateTicket.titled("One"));
        var queue = services.queues().create(editor, CRN, QueueContent.named("q"));
        services.items().enqueue(editor, queue.id(), List.of(EnqueueItem.ticket(ref(ticket))));
        assertThat(services.claims().claim(editor, queue.id(), ClaimRequest.DEFAULT))
                .isNotNull();
        assertRefused(ErrorCode.ROLE_REQUIRED, () -> services.projects().archive(editor, CRN, Expected.ANY));
        assertRefused(ErrorCode.ROLE_REQUIRED, () -> services.projects().delete(editor, CRN, Expected.ANY));
        assertRefused(ErrorCode.ROLE_REQUIRED, () -> services.tickets().purge(editor, ref(ticket), Expected.ANY));
        services.tickets().delete(editor, ref(ticket), Expected.ANY);
        services.tickets().restore(editor, ref(ticket), Expected.ANY);
    }

    /** R18: what it is handed with the work is all that it sees. */
    @Test
    void aKeyThatOnlyClaimsWorksAndLooksAtNothingElse() {
        Caller worker = new Caller(
                owner.userId(), "worker", SystemRole.MEMBER, Set.of(Scope.CLAIM), null, new Credential.Local());
        var ticket = ticket("One");
        services.comments().add(owner, ref(ticket), new CommentText("with these words"));
        var queue = queue("q");
        enqueue(queue, ticket);
        Claimed claimed = (Claimed) services.claims().claim(worker, queue.id(), ClaimRequest.DEFAULT);
        assertThat(claimed.ticket().ticket().content().title()).isEqualTo("One");
        assertThat(claimed.comments()).hasSize(1);
        assertRefused(ErrorCode.SCOPE_REQUIRED, () -> services.tickets().get(worker, ref(ticket)));
        assertRefused(ErrorCode.SCOPE_REQUIRED, () -> services.tickets().list(worker, CRN, TicketFilter.ANY, NEWEST));
        assertRefused(
                ErrorCode.SCOPE_REQUIRED, () -> services.comments().add(worker, ref(ticket), new CommentText("x")));
        ClaimUpdate update = ClaimUpdate.of(claimed.claim().fencingToken());
        services.claims().heartbeat(worker, claimed.claim().id(), update);
        assertThat(services.claims()
                        .complete(worker, claimed.claim().id(), update)
                        .outcome())
                .isEqualTo(ClaimOutcome.COMPLETED);
    }

    @Test
    void aMemberWhoBecameAViewerCannotTouchEvenItsOwnComment() {
        Caller ada = member("Ada", Role.EDITOR);
        var comment = services.comments().add(ada, ref(ticket("One")), new CommentText("mine"));
        services.members().put(owner, CRN, ada.userId(), Role.VIEWER);
        assertRefused(
                ErrorCode.ROLE_REQUIRED,
                () -> services.comments().edit(ada, comment.id(), new CommentText("still mine")));
        services.members().remove(owner, CRN, ada.userId());
        assertRefused(ErrorCode.NOT_FOUND, () -> services.comments().delete(ada, comment.id()));
    }

    @Test
    void anImportDoesNotPutWordsIntoAnotherMembersMouth() throws IOException {
        Caller editor = member("Ada", Role.EDITOR);
        var ticket = ticket("One");
        services.comments().add(owner, ref(ticket), new CommentText("what the owner said"));
        String forged = exported(editor).replace("what the owner said", "what Ada would like");
        services.imports().run(editor, CRN, "cairn", new ByteArrayInputStream(forged.getBytes(UTF_8)));
        assertThat(exported(owner)).contains("what the owner said").doesNotContain("would like");
    }

    @Test
    void ofAnArchivedProjectEverythingIsReadableAndNothingWritable() {
        var ticket = ticket("One", "step");
        var comment = services.comments().add(owner, ref(ticket), new CommentText("before"));
        services.projects().archive(owner, CRN, Expected.ANY);
        assertThat(read(ticket).tasks()).hasSize(1);
        assertRefused(
                ErrorCode.PROJECT_ARCHIVED,
                () -> services.comments().edit(owner, comment.id(), new CommentText("after")));
        assertRefused(
                ErrorCode.PROJECT_ARCHIVED,
                () -> services.tasks().delete(owner, ticket.tasks().getFirst().id()));
    }

    private DomainError refusal(TicketRef ref) {
        return catchThrowableOfType(DomainError.class, () -> services.tickets().get(owner, ref));
    }

    private List<String> search(Caller caller) {
        return services.search().search(caller, "zeppelin", List.of(), null, 20).stream()
                .map(SearchHit::ticketKey)
                .map(Object::toString)
                .toList();
    }

    private List<Activity> log(Caller caller) {
        return services.activity()
                .list(
                        caller,
                        null,
                        new ActivityFilter(null, null, null, List.of()),
                        PageRequest.first(ActivityLog.NEWEST_FIRST))
                .items();
    }

    private String exported(Caller caller) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        services.exports().export(caller, CRN, out);
        return out.toString(UTF_8);
    }
}
