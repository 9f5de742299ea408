package dev.cairn.interchange.prompt;

import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.prompt.PromptContent;
import dev.cairn.interchange.parse.Yaml;
import dev.cairn.json.JsonTrees;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Prompts of all shapes, the same for the same seed. */
final class RandomPrompts {
    /** What files are cut at, or what tempts readers to change something. */
    private static final List<String> PIECES = List.of(
            "---",
            "---\n",
            "\n---\n",
            "\\---",
            "\\\\---\t \r",
            "--- \n",
            "cairn: prompts/1",
            "---\ncairn: prompts/1\ntitle: \"x\"\n---\n",
            "---\r\ncairn: prompts/1\r\n---\r\n",
            "---\ntitle: look-alike\n---\n",
            "...",
            "```java\nList<Map<String, ? super T>> a = b < c && d > e;\n```\n",
            "~~~\n",
            "<script>alert('x')</script><!-- -->",
            "&lt;p&gt;",
            "{{variable}} $ARGUMENTS ${x} %s",
            "\r\n",
            "\r",
            "\n",
            "\n\n\n",
            "\ufeff",
            "\u2028",
            "\u2029",
            "\u0085",
            "\u000b",
            "\f",
            "\u0001",
            "\u007f",
            "\u00a0",
            "\ufffe",
            "\uffff",
            "\t",
            "  ",
            "\\",
            "\\\\\\",
            "\"",
            "'",
            "# ",
            "- ",
            ": ",
            "é",
            "中文提示",
            "ภาษาไทย",
            "😀",
            "e\u0301",
            "text",
            "Some more words.");

    private static final List<String> METADATA = List.of(
            "{}",
            "{\"model\":\"x\",\"temperature\":0.50,\"stop\":[null,true,-7],\"nested\":{\"d\":\"é😀\",\"e\":{}}}",
            "{\"title\":1,\"_title\":2,\"__labels\":[],\"cairn\":\"prompts/1\",\"description\":null,\"tags\":[\"a\"],\"name\":\"n\"}",
            "{\"allowed-tools\":\"Bash(git add:*), Bash(git status:*)\",\"argument-hint\":\"[message]\"}",
            "{\"\":\"\",\" \":\" \",\"a: b\":\"# no comment\",\"- x\":\"- y\",\"?\":\"&a *b !c %d @e `f\"}",
            "{\"true\":\"true\",\"null\":\"null\",\"1\":\"1\",\"~\":\"~\",\"yes\":\"no\",\"=\":\"<<\",\"<<\":\"=\"}",
            "{\"big\":123456789012345678901234567890,\"e\":1E+30,\"q\":\"\\\"\\\\\\n\\u0001\\u2028\"}",
            "{\"nul\":\"\\u005cu0000\",\"unseen\":\"\u007f\u0085\u00a0\ufeff\uffff\"}",
            "{\"" + "k".repeat(1_500) + "\":\"" + "v".repeat(3_000) + "\"}");

    private final Random random;
    private final Set<String> titles = new HashSet<>();

    RandomPrompts(long seed) {
        random = new Random(seed);
    }

    /** No two of one title. */
    List<PromptContent> some(int count) {
        List<PromptContent> some = new ArrayList<>();
        while (some.size() < count) {
            PromptContent prompt = prompt();
            if (titles.add(Text.uniqueKey(prompt.title()))) {
                some.add(prompt);
            }
        }
        return some;
    }

    private PromptContent prompt() {
        return new PromptContent(
                title(),
                text(1 + random.nextInt(12)),
                maybe(text(4).strip()),
                labels(),
                new Json(JsonTrees.compact(Yaml.read(METADATA.get(random.nextInt(METADATA.size()))))));
    }

    private String title() {
        return Text.trimmed(random.nextInt(1_000_000) + " " + text(random.nextInt(3)));
    }

    private List<String> labels() {
        List<String> labels = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            labels.add(random.nextInt(100) + text(1).strip());
        }
        return labels;
    }

    private String text(int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private @Nullable String maybe(String text) {
        return random.nextBoolean() ? null : text;
    }
}
