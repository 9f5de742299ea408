package dev.cairn.http.door;

import dev.cairn.json.StrictJson;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.MutableHeaders;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.body.MessageBodyWriter;
import io.micronaut.http.codec.CodecException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Stands before the framework's own JSON, which would make a writer for each route when the server starts. */
@Singleton
@Order(-100)
@Produces(MediaType.APPLICATION_JSON)
record JsonWriter(StrictJson json) implements MessageBodyWriter<Object> {
    @Override
    public boolean isWriteable(Argument<Object> type, @Nullable MediaType mediaType) {
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
