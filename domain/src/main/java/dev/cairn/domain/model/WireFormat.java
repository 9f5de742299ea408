package dev.cairn.domain.model;

/** The protocol of a provider. */
public enum WireFormat {
    /** OpenAI's chat completions, which many other services offer too. */
    OPENAI,
    /** Anthropic's messages API. */
    ANTHROPIC,
    /** Ollama's own chat API, which streams lines of JSON. */
    OLLAMA
}
