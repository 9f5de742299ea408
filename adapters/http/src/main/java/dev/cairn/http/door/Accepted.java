package dev.cairn.http.door;

import dev.cairn.http.HttpSettings;
import java.util.Map;

/**
 * Answers 202, with something that goes on.
 *
 * @param location where it is found
 */
public record Accepted<T>(T body, String location) implements Answer<T> {
    /** @param path below the API's base */
    public static <T> Accepted<T> at(String path, T body) {
        return new Accepted<>(body, HttpSettings.BASE + path);
    }

    @Override
    public int status() {
        return 202;
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("Location", location);
    }
}
