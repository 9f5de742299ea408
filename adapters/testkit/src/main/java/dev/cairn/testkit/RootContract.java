package dev.cairn.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.error.Unavailable;
import dev.cairn.domain.kernel.Archived;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectContent;
import dev.cairn.domain.project.ProjectFilter;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.ticket.TicketRepository;
import dev.cairn.domain.user.SystemRole;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserContent;
import dev.cairn.domain.user.UserRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store of roots promises, shown on projects (R1–R5, R9, R12, R32). */
public abstract class RootContract extends StoreContract {
    @Test
    void aRootComesBackAsItWasStored() {
        Project project = project();
        assertThat(port(ProjectRepository.class).find(project.id())).contains(project);
        assertThat(port(ProjectRepository.class).require(reading(project), project.id()))
                .isEqualTo(project);
        assertThat(port(ProjectRepository.class).require(reading(project), new ProjectRef.ByKey(project.key())))
                .isEqualTo(project);
        assertThat(project.lifecycle().version()).isZero();
    }

    @Test
    void anUpdateRaisesTheVersionByOne() {
        Project edited = write(() -> port(ProjectRepository.class).update(renamed(project(), "Other")));
        assertThat(edited.lifecycle().version()).isEqualTo(1);
        assertThat(port(ProjectRepository.class).require(edited.id())).isEqualTo(edited);
    }

    @Test
    void aStaleVersionChangesNothing() {
        Project project = project();
        Project stored = write(() -> port(ProjectRepository.class).update(renamed(project, "First")));
        assertThatThrownBy(() -> change(() -> port(ProjectRepository.class).update(renamed(project, "Second"))))
                .isInstanceOfSatisfying(
                        Unavailable.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BUSY));
        assertThat(port(ProjectRepository.class).require(project.id())).isEqualTo(stored);
    }

    @Test
    void aDeletedRootIsNotFoundButStillThere() {
        Project project = project();
        change(() -> port(ProjectRepository.class).update(project.delete(deletion())));
        assertThat(port(ProjectRepository.class).find(project.id())).isEmpty();
        assertThat(port(ProjectRepository.class).findAny(project.id())).isPresent();
        for (ProjectRef ref : List.of(ProjectRef.of(project.id()), new ProjectRef.ByKey(project.key()))) {
            assertThat(port(ProjectRepository.class)
                            .requireAny(reading(project), ref)
                            .id())
                    .isEqualTo(project.id());
            assertThatThrownBy(() -> port(ProjectRepository.class).require(reading(project), ref))
                    .isInstanceOf(NotFound.class);
        }
    }

    /** R7 */
    @Test
    void aNameIsTakenIgnoringCaseUntilItsOwnerIsDeleted() {
        User owner = user();
        Project first = project(owner, "ÄPFEL");
        assertThatThrownBy(() -> project(owner, "äpfel"))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NAME_TAKEN));
        change(() -> port(ProjectRepository.class).update(first.delete(deletion())));
        assertThat(project(owner, "äpfel").content().name()).isEqualTo("äpfel");
    }

    @Test
    void aKeyIsTakenForEver() {
        Project first = project();
        assertThatThrownBy(() -> change(() -> port(ProjectRepository.class)
                        .insert(Project.create(
                                id(),
                                first.ownerId(),
                                first.key(),
                                new ProjectContent("Another", "", null, null, null),
                                NOW))))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.KEY_TAKEN));
    }

    @Test
    void aBulkInsertAnswersInTheOrderGiven() {
        List<User> users = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            users.add(User.human(id(), UserContent.named("User " + (99 - i)), SystemRole.MEMBER, NOW));
        }
        assertThat(write(() -> port(UserRepository.class).insertAll(users))).isEqualTo(users);
    }

    @Test
    void pagesShowEveryRowOnceAndTheLastHasNoCursor() {
        String word = "Seiten" + id();
        User owner = user();
        for (int i = 0; i < 7; i++) {
            project(owner, word + i);
        }
        ProjectFilter filter = new ProjectFilter(List.of(), Archived.NO, word, null);
        for (String sort : List.of("name", "-name", "createdAt", "-updatedAt,key")) {
            PageRequest request =
                    new PageRequest(3, null, Sort.parse(sort, Set.of("name", "createdAt", "updatedAt", "key")), true);
            List<String> names = new ArrayList<>();
            Page<Project> page = port(ProjectRepository.class).page(reading(owner), filter, request);
            assertThat(page.total()).isEqualTo(7);
            page.items().forEach(project -> names.add(project.content().name()));
            while (page.nextCursor() != null) {
                page = port(ProjectRepository.class).page(reading(owner), filter, request.at(page.nextCursor()));
                page.items().forEach(project -> names.add(project.content().name()));
            }
            assertThat(names).hasSize(7).doesNotHaveDuplicates();
        }
    }

    @Test
    void aCursorBelongsToItsFilterAndSort() {
        User owner = user();
        project(owner, "One");
        project(owner, "Two");
        PageRequest request = new PageRequest(1, null, Sort.by(Sort.asc("name")), false);
        String cursor = port(ProjectRepository.class)
                .page(reading(owner), ProjectFilter.LIVE, request)
                .nextCursor();
        ProjectFilter other = new ProjectFilter(List.of(), Archived.ANY, null, null);
        PageRequest otherSort = new PageRequest(1, cursor, Sort.by(Sort.desc("name")), false);
        for (Runnable misuse : List.<Runnable>of(
                () -> port(ProjectRepository.class).page(reading(owner), other, request.at(cursor)),
                () -> port(ProjectRepository.class).page(reading(owner), ProjectFilter.LIVE, otherSort),
                () -> port(ProjectRepository.class).page(reading(owner), ProjectFilter.LIVE, request.at("nonsense")))) {
            assertThatThrownBy(misuse::run)
                    .isInstanceOfSatisfying(
                            Invalid.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MALFORMED_CURSOR));
        }
    }

    @Test
    void searchTextMatchesItself() {
        String word = "%_" + id() + "!'\"*";
        User owner = user();
        project(owner, word);
        ProjectFilter wild = new ProjectFilter(List.of(), Archived.NO, word.replace('_', 'x'), null);
        PageRequest first = PageRequest.first(Sort.by(Sort.asc("name")));
        assertThat(port(ProjectRepository.class)
                        .page(reading(owner), new ProjectFilter(List.of(), Archived.NO, word, null), first)
                        .items())
                .hasSize(1);
        assertThat(port(ProjectRepository.class)
                        .page(reading(owner), wild, first)
                        .items())
                .isEmpty();
    }

    @Test
    void ticketNumbersAreConsecutiveAndNeverGivenTwice() {
        Project project = project();
        int first = write(() -> port(ProjectRepository.class).takeTicketNumbers(project.id(), 3));
        int next = write(() -> port(ProjectRepository.class).takeTicketNumbers(project.id(), 1));
        change(() -> port(ProjectRepository.class).reserveTicketNumber(project.id(), 40));
        change(() -> port(ProjectRepository.class).reserveTicketNumber(project.id(), 9));
        int last = write(() -> port(ProjectRepository.class).takeTicketNumbers(project.id(), 1));
        assertThat(List.of(first, next, last)).containsExactly(1, 4, 41);
    }

    @Test
    void thePurgeOfAProjectTakesEverythingBelowIt() {
        Project project = project();
        var ticket = ticket(project, "Gone");
        change(() -> port(ProjectRepository.class).delete(project.id()));
        assertThat(port(ProjectRepository.class).findAny(project.id())).isEmpty();
        assertThat(port(TicketRepository.class).findAny(ticket.id())).isEmpty();
    }

    private static Project renamed(Project project, String name) {
        return project.edit(new ProjectContent(name, "", null, null, null), NOW.plusSeconds(1));
    }
}
