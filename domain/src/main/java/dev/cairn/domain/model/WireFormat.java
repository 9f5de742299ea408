package dev.cairn.domain.model;

/** How a provider is spoken to. */
public enum WireFormat {
    /** OpenAI's chat completions, which many others speak too. */
    OPENAI,
    /** Anthropic's messages. */
    ANTHROPIC,
    /** Ollama's own chat, lines of JSON. */
    OLLAMA
}
