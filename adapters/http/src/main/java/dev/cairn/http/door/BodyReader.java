package dev.cairn.http.door;

import dev.cairn.json.FieldReader;
import io.micronaut.http.HttpRequest;

/** Reads a body in which one field decides the others. */
public interface BodyReader<T> {
    Class<T> type();

    /** @param request for what its head has to say to it */
    T read(FieldReader object, HttpRequest<?> request);
}
