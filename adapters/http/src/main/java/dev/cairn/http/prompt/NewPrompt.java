package dev.cairn.http.prompt;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.cairn.domain.prompt.PromptContent;
import dev.cairn.json.Partial;
import io.micronaut.core.annotation.Introspected;

/** A new prompt. */
@Introspected
record NewPrompt(String content, @JsonUnwrapped Partial<PromptContent> prompt) {
    PromptContent whole() {
        return prompt.create("title", title -> PromptContent.of(title, content));
    }
}
