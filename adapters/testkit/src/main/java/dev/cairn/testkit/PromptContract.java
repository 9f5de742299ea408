package dev.cairn.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cairn.domain.access.Access;
import dev.cairn.domain.access.Right;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.Denied;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.MemberRepository;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectMember;
import dev.cairn.domain.prompt.Prompt;
import dev.cairn.domain.prompt.PromptContent;
import dev.cairn.domain.prompt.PromptFilter;
import dev.cairn.domain.prompt.PromptRepository;
import dev.cairn.domain.user.User;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Prompts, of projects and of none, and who finds them (R5, R7, R49). */
public abstract class PromptContract extends StoreContract {
    private static final PageRequest BY_TITLE = PageRequest.first(Sort.by(Sort.asc("title")));

    @Test
    void aPromptComesBackToTheLastByte() {
        Project project = project();
        PromptContent content = new PromptContent(
                "Ü 'title' \"quoted\" \\ 中",
                "\ufeff\r\n---\r\n \ttext\u2028 😀\u0001 \n\n",
                "what it is for",
                List.of("b", "a"),
                new Json("{\"version\":1.10,\"a\":[null,true]}"));
        Prompt stored = insert(project.id(), project.ownerId(), content);
        assertThat(prompts().find(stored.id())).contains(stored);
        assertThat(prompts().require(reading(project), stored.id()).content()).isEqualTo(content);
    }

    @Test
    void aTitleIsUniqueInItsProjectAndAmongWhatOneUserHasOutside() {
        Project project = project();
        User other = user();
        insert(project.id(), project.ownerId(), PromptContent.of("Review", "x"));
        insert(project().id(), project.ownerId(), PromptContent.of("Review", "x"));
        Prompt own = insert(null, project.ownerId(), PromptContent.of("Review", "x"));
        insert(null, other.id(), PromptContent.of("Review", "x"));
        for (@Nullable Id<Project> home : java.util.Arrays.asList(project.id(), null)) {
            assertThatExceptionOfType(Conflict.class)
                    .isThrownBy(() -> insert(home, project.ownerId(), PromptContent.of("REVIEW", "y")))
                    .satisfies(error -> assertThat(error.code()).isEqualTo(ErrorCode.NAME_TAKEN));
        }
        change(() -> prompts().update(own.delete(deletion())));
        insert(null, project.ownerId(), PromptContent.of("review", "y"));
    }

    @Test
    void promptsAreFoundByTheirTitlesWhateverIsInThem() {
        Project project = project();
        List<String> titles =
                List.of("a \"b\" c", "back\\slash", "tab\there", "'", "中 提示", "ÉTÉ", "{}", "\u0001x", "😀");
        for (String title : titles) {
            insert(project.id(), project.ownerId(), PromptContent.of(title, "x"));
        }
        Prompt outside = insert(null, project.ownerId(), PromptContent.of("tab\there", "x"));
        assertThat(prompts().findByTitles(project.id(), titles)).hasSameSizeAs(titles);
        assertThat(prompts().findByTitles(project.id(), List.of("été", "none"))).hasSize(1);
        assertThat(prompts().findByTitles(null, titles))
                .contains(outside)
                .noneMatch(found -> found.projectId() != null);
        assertThat(prompts().findByTitles(project.id(), List.of())).isEmpty();
    }

    @Test
    void aProjectsPromptIsFoundByItsMembersAndOneOfNoneByEverybodyWhoIsNotLimited() {
        Project project = project();
        Prompt inProject = insert(project.id(), project.ownerId(), PromptContent.of("In", "x"));
        Prompt outside = insert(null, project.ownerId(), PromptContent.of("Out", "x"));
        User viewer = user();
        change(() -> port(MemberRepository.class).save(new ProjectMember(project.id(), viewer.id(), Role.VIEWER, NOW)));

        assertThat(prompts().require(reading(viewer), inProject.id())).isEqualTo(inProject);
        assertThatExceptionOfType(Denied.class)
                .isThrownBy(() -> prompts().require(new Access(viewer.id(), Right.WRITE, null), inProject.id()));
        assertHidden(reading(user()), inProject);
        assertThat(prompts().require(reading(user()), outside.id())).isEqualTo(outside);

        Access limited = new Access(project.ownerId(), Right.READ, project.id());
        assertThat(prompts().require(limited, inProject.id())).isEqualTo(inProject);
        assertHidden(limited, outside);
        assertHidden(new Access(project.ownerId(), Right.READ, project().id()), inProject);
    }

    @Test
    void aListIsFilteredAndSorted() {
        Project project = project();
        Prompt second = insert(
                project.id(), project.ownerId(), PromptContent.of("b 100%", "x").withLabels(List.of("one", "two")));
        Prompt first = insert(
                project.id(), project.ownerId(), PromptContent.of("A", "x").withLabels(List.of("two")));
        insert(project().id(), project.ownerId(), PromptContent.of("A", "x"));
        assertThat(list(PromptFilter.of(project.id()))).containsExactly(first, second);
        assertThat(list(new PromptFilter(project.id(), "one", null))).containsExactly(second);
        assertThat(list(new PromptFilter(project.id(), "two", null))).containsExactly(first, second);
        assertThat(list(new PromptFilter(project.id(), "on", null))).isEmpty();
        assertThat(list(new PromptFilter(project.id(), null, "B"))).containsExactly(second);
        assertThat(list(new PromptFilter(project.id(), null, "%"))).containsExactly(second);
        assertThat(list(new PromptFilter(project.id(), null, "_"))).isEmpty();
    }

    @Test
    void promptsGoWithTheirProjectAndComeBackWithIt() {
        Project project = project();
        Prompt before = insert(project.id(), project.ownerId(), PromptContent.of("Before", "x"));
        change(() -> prompts().update(before.delete(deletion())));
        Prompt stays = insert(project.id(), project.ownerId(), PromptContent.of("Stays", "x"));
        Deletion deletion = deletion();
        change(() -> prompts().deleteByProject(project.id(), deletion));
        assertThat(prompts().find(stays.id())).isEmpty();
        change(() -> prompts().restore(deletion));
        assertThat(prompts().find(stays.id())).isPresent();
        assertThat(prompts().find(before.id())).isEmpty();
    }

    private PromptRepository prompts() {
        return port(PromptRepository.class);
    }

    private Prompt insert(@Nullable Id<Project> project, Id<User> owner, PromptContent content) {
        return write(() -> prompts().insert(Prompt.create(id(), project, owner, content, NOW)));
    }

    private List<Prompt> list(PromptFilter filter) {
        return prompts().page(filter, BY_TITLE).items();
    }

    private void assertHidden(Access access, Prompt prompt) {
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> prompts().require(access, prompt.id()));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> prompts().requireAny(access, prompt.id()));
    }
}
