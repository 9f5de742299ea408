package dev.cairn.http.door;

import dev.cairn.domain.kernel.Lifecycle;
import dev.cairn.http.HttpSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers 201, with something new.
 *
 * @param location where it is found from now on; null where several things were made
 * @param lifecycle a root's, whose version is the ETag
 */
public record Created<T>(
        T body, @Nullable String location, @Nullable Lifecycle lifecycle) implements Answer<T> {

    public static <T> Created<T> of(T body) {
        return new Created<>(body, null, null);
    }

    /** @param path below the API's base */
    public static <T> Created<T> at(String path, T body) {
        return new Created<>(body, HttpSettings.BASE + path, null);
    }

    /** @param path below the API's base */
    public static <T> Created<T> at(String path, T body, Lifecycle lifecycle) {
        return new Created<>(body, HttpSettings.BASE + path, lifecycle);
    }

    @Override
    public int status() {
        return 201;
    }

    @Override
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        if (location != null) {
            headers.put("Location", location);
        }
        if (lifecycle != null) {
            headers.put("ETag", Answer.etag(lifecycle));
        }
        return headers;
    }
}
