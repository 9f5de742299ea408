package dev.cairn.mcp.guide;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** The texts that come with the program. */
final class Texts {
    private static final Pattern NAME = Pattern.compile("[a-z_]{1,40}");

    private Texts() {}

    /** The text of this name; empty when there is none. */
    static Optional<String> find(String folder, String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        try (InputStream in = Texts.class.getResourceAsStream("/dev/cairn/mcp/%s/%s.md".formatted(folder, name))) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
