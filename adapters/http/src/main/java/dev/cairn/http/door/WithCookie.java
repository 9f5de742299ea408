package dev.cairn.http.door;

import io.micronaut.http.HttpHeaders;
import java.util.Map;

/** An answer that a browser keeps a secret of. */
public record WithCookie<T>(int status, String cookie, T body) implements Answer<T> {
    @Override
    public Map<String, String> headers() {
        return Map.of(HttpHeaders.SET_COOKIE, cookie);
    }

    @Override
    public boolean isKept() {
        return false;
    }
}
