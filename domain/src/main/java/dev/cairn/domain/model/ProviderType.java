package dev.cairn.domain.model;

/** The service of a provider, which gives its wire format and its default base URL (R46). */
public enum ProviderType {
    OPENAI("https://api.openai.com/v1", WireFormat.OPENAI),
    ANTHROPIC("https://api.anthropic.com/v1", WireFormat.ANTHROPIC),
    GOOGLE("https://generativelanguage.googleapis.com/v1beta/openai", WireFormat.OPENAI),
    DEEPSEEK("https://api.deepseek.com/v1", WireFormat.OPENAI),
    OLLAMA("http://127.0.0.1:11434", WireFormat.OLLAMA),
    /** A service with OpenAI's wire format; it needs a base URL. */
    CUSTOM("", WireFormat.OPENAI);

    private final String defaultBaseUrl;
    private final WireFormat format;

    ProviderType(String defaultBaseUrl, WireFormat format) {
        this.defaultBaseUrl = defaultBaseUrl;
        this.format = format;
    }

    /** Returns the default base URL; empty for {@link #CUSTOM}. */
    public String defaultBaseUrl() {
        return defaultBaseUrl;
    }

    public WireFormat format() {
        return format;
    }

    /** Whether the service may run on this machine, so that loopback and plain HTTP are allowed (T6). */
    public boolean mayBeLocal() {
        return this == OLLAMA || this == CUSTOM;
    }

    /** Whether the service requires a key. */
    public boolean needsKey() {
        return !mayBeLocal();
    }
}
