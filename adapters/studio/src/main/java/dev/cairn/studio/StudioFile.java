package dev.cairn.studio;

import io.micronaut.http.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file of the Studio's build. */
final class StudioFile {
    private static final Map<String, MediaType> TYPES = Map.of(
            "html", MediaType.of("text/html; charset=utf-8"),
            "css", MediaType.of("text/css; charset=utf-8"),
            "js", MediaType.of("text/javascript; charset=utf-8"),
            "svg", MediaType.of("image/svg+xml"));

    private final byte[] content;
    private final MediaType type;
    private final String etag;

    private StudioFile(byte[] content, MediaType type) {
        this.content = content;
        this.type = type;
        this.etag = '"' + HexFormat.of().formatHex(sha256(content)) + '"';
    }

    /** Null if the build made no file of this name. */
    @Nullable
    static StudioFile read(String name) {
        MediaType type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null || name.indexOf('/') >= 0) {
            return null;
        }
        try (InputStream in = StudioFile.class.getResourceAsStream(name)) {
            return in == null ? null : new StudioFile(in.readAllBytes(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] content() {
        return content;
    }

    MediaType type() {
        return type;
    }

    String etag() {
        return etag;
    }

    /** @param known the header If-None-Match, with which a proxy that compresses may have made the tag a weak one */
    boolean isKnown(@Nullable String known) {
        return known != null && known.contains(etag);
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
