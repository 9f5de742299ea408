package dev.cairn.http.door;

import java.util.Map;

/** Answers without a promise: asking again, also with the same Idempotency-Key, may find something else. */
public record Passing<T>(T body) implements Answer<T> {
    @Override
    public int status() {
        return 200;
    }

    @Override
    public Map<String, String> headers() {
        return Map.of();
    }

    @Override
    public boolean isKept() {
        return false;
    }
}
