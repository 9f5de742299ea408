package dev.cairn.domain.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.user.Presence;
import dev.cairn.domain.user.UserContent;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    @Test
    void onlyWhatChangedIsShown() {
        Difference difference = Difference.between(
                new Facts().with("same", 1).with("changed", "a").with("cleared", "x"),
                new Facts().with("same", 1).with("changed", "b").with("cleared", null));
        assertThat(difference.before()).containsOnlyKeys("changed", "cleared").containsEntry("changed", "a");
        assertThat(difference.after()).containsEntry("changed", "b").containsEntry("cleared", null);
    }

    @Test
    void nothingChangedIsAnEmptyDifference() {
        assertThat(Difference.between(new Facts().with("a", 1), new Facts().with("a", 1)))
                .isEqualTo(Difference.NOTHING);
    }

    /** R8 */
    @Test
    void everyFieldOfAContentIsInTheLogUnderItsOwnName() {
        UserContent before = UserContent.named("Ada");
        UserContent after = new UserContent("Ada", "ada@example.org", null, Presence.ONLINE);
        Difference difference = Difference.between(Facts.of(before), Facts.of(after));
        assertThat(difference.before()).containsOnlyKeys("email", "presence").containsEntry("email", null);
        assertThat(difference.after())
                .containsExactly(Map.entry("email", "ada@example.org"), Map.entry("presence", Presence.ONLINE));
    }

    @Test
    void longValuesAreCut() {
        String text = "x".repeat(Difference.TEXT_MAX - 1) + "😀";
        Json json = new Json("{\"a\":\"" + "y".repeat(Difference.TEXT_MAX) + "\"}");
        List<String> list = Collections.nCopies(Difference.ELEMENTS_MAX + 1, text);
        Difference difference = Difference.between(
                new Facts().with("text", "").with("json", Json.EMPTY_OBJECT).with("list", List.of()),
                new Facts().with("text", text).with("json", json).with("list", list));
        String cut = "x".repeat(Difference.TEXT_MAX - 1) + "…";
        assertThat(difference.after()).containsEntry("text", cut).containsEntry("list", Collections.nCopies(50, cut));
        assertThat(difference.after().get("json")).isInstanceOf(String.class);
        assertThat(difference.before()).containsEntry("json", Json.EMPTY_OBJECT);
    }

    @Test
    void aChangeBehindTheCutIsStillAChange() {
        String text = "x".repeat(Difference.TEXT_MAX);
        assertThat(Difference.between(new Facts().with("t", text + "a"), new Facts().with("t", text + "b"))
                        .after())
                .containsKey("t");
    }
}
