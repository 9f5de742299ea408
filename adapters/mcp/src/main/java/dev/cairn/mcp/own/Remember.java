package dev.cairn.mcp.own;

import dev.cairn.application.memory.MemoryService;
import dev.cairn.application.memory.NewMemory;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.memory.Importance;
import dev.cairn.domain.memory.Memory;
import dev.cairn.domain.memory.MemoryContent;
import dev.cairn.domain.memory.MemoryType;
import dev.cairn.mcp.tool.Effect;
import dev.cairn.mcp.tool.Tool;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The tool by which an agent stores a memory (R48). */
public record Remember(MemoryService memories) {
    static final String NAME = "remember";
    static final String DESCRIPTION =
            "Keep something for later answers: a fact, a preference or a lesson, in one or two sentences."
                    + " Call it when you learn what will still matter in another conversation.";
    /** The JSON schema of the arguments. */
    static final String SCHEMA = """
            {"type":"object","additionalProperties":false,"required":["content"],"properties":{\
            "content":{"type":"string","minLength":1,"maxLength":10000},\
            "type":{"type":"string","enum":["conversation","preference","learning","context","fact"]},\
            "importance":{"type":"string","enum":["low","medium","high","critical"]},\
            "keywords":{"type":"array","maxItems":20,"items":{"type":"string","maxLength":50}}}}""";

    record Lesson(
            String content,
            @Nullable MemoryType type,
            @Nullable Importance importance,
            @Nullable List<String> keywords) {
        MemoryContent memory() {
            return MemoryContent.of(content)
                    .withType(Objects.requireNonNullElse(type, MemoryType.LEARNING))
                    .withImportance(Objects.requireNonNullElse(importance, Importance.MEDIUM))
                    .withKeywords(Objects.requireNonNullElse(keywords, List.of()));
        }
    }

    record Kept(Id<Memory> id) {}

    /** @param where the conversation in which the agent learns it */
    Tool<Lesson, Kept> tool(Id<Conversation> where) {
        return new Tool<>(
                NAME,
                "Remember",
                DESCRIPTION,
                Effect.ADDS,
                Lesson.class,
                Kept.class,
                (asked, lesson) -> new Kept(memories.learn(asked.caller(), new NewMemory(lesson.memory(), where))
                        .id()));
    }
}
