package dev.cairn.domain.model;

/** Whose service a provider is, which says how it is spoken to and where it is unless a base URL says otherwise (R46). */
public enum ProviderType {
    OPENAI("https://api.openai.com/v1", WireFormat.OPENAI),
    ANTHROPIC("https://api.anthropic.com/v1", WireFormat.ANTHROPIC),
    GOOGLE("https://generativelanguage.googleapis.com/v1beta/openai", WireFormat.OPENAI),
    DEEPSEEK("https://api.deepseek.com/v1", WireFormat.OPENAI),
    OLLAMA("http://127.0.0.1:11434", WireFormat.OLLAMA),
    /** Any service that speaks as OpenAI's does; it has to say where it is. */
    CUSTOM("", WireFormat.OPENAI);

    private final String defaultBaseUrl;
    private final WireFormat format;

    ProviderType(String defaultBaseUrl, WireFormat format) {
        this.defaultBaseUrl = defaultBaseUrl;
        this.format = format;
    }

    /** Answers where the service is; empty for {@link #CUSTOM}. */
    public String defaultBaseUrl() {
        return defaultBaseUrl;
    }

    public WireFormat format() {
        return format;
    }

    /** Whether it may run on this machine, so that loopback and plain HTTP are allowed (T6). */
    public boolean mayBeLocal() {
        return this == OLLAMA || this == CUSTOM;
    }

    /** Whether it answers nobody without a key. */
    public boolean needsKey() {
        return !mayBeLocal();
    }
}
