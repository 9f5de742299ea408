package dev.cairn.domain.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectContent;
import dev.cairn.domain.project.ProjectKey;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.domain.queue.WorkFilter;
import dev.cairn.domain.user.Password;
import dev.cairn.domain.user.Presence;
import dev.cairn.domain.user.UserContent;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    private record Sample(
            int same, String changed, @Nullable String cleared) {}

    private record Large(String text, Json json, List<String> list) {}

    private record Account(String name, Password password, List<Account> others) {}

    @Test
    void onlyWhatChangedIsShown() {
        Difference difference = Difference.between(new Sample(1, "a", "x"), new Sample(1, "b", null));
        assertThat(difference.before()).containsOnlyKeys("changed", "cleared").containsEntry("changed", "a");
        assertThat(difference.after()).containsEntry("changed", "b").containsEntry("cleared", null);
    }

    @Test
    void nothingChangedIsAnEmptyDifference() {
        assertThat(Difference.between(new Sample(1, "a", null), new Sample(1, "a", null)))
                .isEqualTo(Difference.NOTHING);
        assertThat(Difference.of("a", 1, 1)).isEqualTo(Difference.NOTHING);
    }

    /** R8 */
    @Test
    void everyFieldOfAContentIsInTheLogUnderItsOwnName() {
        UserContent before = UserContent.named("Ada");
        UserContent after = before.withEmail("ada@example.org").withPresence(Presence.ONLINE);
        Difference difference = Difference.between(before, after);
        assertThat(difference.before()).containsOnlyKeys("email", "presence").containsEntry("email", null);
        assertThat(difference.after())
                .containsExactly(Map.entry("email", "ada@example.org"), Map.entry("presence", Presence.ONLINE));
    }

    /** R8 */
    @Test
    void aRootShowsItsPartsFlatAndOfItsLifecycleOnlyTheArchive() {
        Instant now = Instant.EPOCH;
        Project before =
                Project.create(new Id<>(1), new Id<>(2), new ProjectKey("CRN"), ProjectContent.named("Cairn"), now);
        Project after = before.edit(before.content().withBranch("main"), now.plusMillis(5))
                .collected(40, now.plusMillis(6))
                .archive(now.plusMillis(7))
                .withOwnerId(new Id<>(3));
        assertThat(Difference.between(before, after).after())
                .containsExactly(
                        Map.entry("branch", "main"),
                        Map.entry("completeness", 40),
                        Map.entry("archivedAt", now.plusMillis(7)));
    }

    @Test
    void aValueOfSeveralFieldsIsAnObject() {
        QueueContent before = QueueContent.named("q");
        QueueContent after = before.withFeeds(WorkFilter.ANY.withLabels(List.of("ui")));
        assertThat(Difference.between(before, after).after().get("feeds"))
                .hasToString("{labels=[ui], types=[], minPriority=null}");
    }

    /** R11 */
    @Test
    void aSecretIsNeverShown() {
        Account before = new Account("a", new Password("correct horse"), List.of());
        Account after = new Account("a", new Password("battery staple"), List.of(before));
        Difference difference = Difference.between(before, after);
        assertThat(difference.after()).containsOnlyKeys("others");
        assertThat(difference.toString()).doesNotContain("password", "horse", "staple");
    }

    @Test
    void longValuesAreCut() {
        String text = "x".repeat(Difference.TEXT_MAX - 1) + "😀";
        Json json = new Json("{\"a\":\"" + "y".repeat(Difference.TEXT_MAX) + "\"}");
        List<String> list = Collections.nCopies(Difference.ELEMENTS_MAX + 1, text);
        Difference difference =
                Difference.between(new Large("", Json.EMPTY_OBJECT, List.of()), new Large(text, json, list));
        String cut = "x".repeat(Difference.TEXT_MAX - 1) + "…";
        assertThat(difference.after()).containsEntry("text", cut).containsEntry("list", Collections.nCopies(50, cut));
        assertThat(difference.after().get("json")).isInstanceOf(String.class);
        assertThat(difference.before()).containsEntry("json", Json.EMPTY_OBJECT);
    }

    @Test
    void aChangeBehindTheCutIsStillAChange() {
        String text = "x".repeat(Difference.TEXT_MAX);
        assertThat(Difference.of("t", text + "a", text + "b").after()).containsKey("t");
    }
}
