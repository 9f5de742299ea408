package dev.cairn.http.door;

import dev.cairn.json.StrictJson;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.core.type.MutableHeaders;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.body.MessageBodyHandler;
import io.micronaut.http.codec.CodecException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Stands before the framework's own JSON, which would make a reader and a writer for each route when the server starts. */
@Singleton
@Order(-100)
@Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_JSON_MERGE_PATCH})
@Produces(MediaType.APPLICATION_JSON)
final class JsonHandler implements MessageBodyHandler<Object> {
    private final StrictJson json;

    JsonHandler(StrictJson json) {
        this.json = json;
    }

    @Override
    public boolean isReadable(Argument<Object> type, MediaType mediaType) {
        return false; // bodies are read by BodyBinder
    }

    @Override
    public Object read(Argument<Object> type, MediaType mediaType, Headers headers, InputStream in) {
        throw new CodecException("StrictJson are not read here");
    }

    @Override
    public boolean isWriteable(Argument<Object> type, MediaType mediaType) {
        return type.getType().getName().startsWith("dev.cairn");
    }

    @Override
    public void writeTo(
            Argument<Object> type, MediaType mediaType, Object object, MutableHeaders headers, OutputStream out) {
        try {
            out.write(json.write(object));
        } catch (IOException e) {
            throw new CodecException("Cannot write an answer", e);
        }
    }
}
