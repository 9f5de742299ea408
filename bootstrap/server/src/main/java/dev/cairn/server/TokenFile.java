package dev.cairn.server;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.sqlite.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The file with the token that lets in this machine's user; made once, for this user only, and whole or not at all. */
record TokenFile(Path file) {
    private static final int SECRET_BYTES = 32;
    private static final int TEXT_MAX = 1_024;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43,256}");

    /**
     * A token, and whether nobody can have seen it yet.
     *
     * @param text 256 random bits in letters that a shell, a header and a link take as they are
     */
    record Token(String text, boolean isNew) {
        static Token random() {
            byte[] bytes = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(bytes);
            return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), true);
        }

        /** Leaves the token out (R11). */
        @Override
        public String toString() {
            return "Token";
        }
    }

    /** Answers the token; empty when there is no file, or this user may not read it. */
    Optional<String> read() {
        try {
            return Optional.of(text());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The token, which somebody may have put into CAIRN_TOKEN; one that is never stored where there is none. */
    Token readOrRandom() {
        return read().filter(text -> TOKEN.matcher(text).matches())
                .map(text -> new Token(text, false))
                .orElseGet(Token::random);
    }

    /** @throws Invalid when the file holds no token, or is a link to one: what that leads to is not ours to read or change */
    Token readOrMake() {
        if (Files.isSymbolicLink(file)) {
            throw Invalid.of(
                    ErrorCode.FORMAT,
                    "token",
                    "%s is a link, and what it leads to is left alone: put the token itself there, or delete the link"
                            .formatted(file));
        }
        try {
            return Files.exists(file) ? existing() : made();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The token %s cannot be read or made: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** Reads the file, never through a link. */
    private String text() throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return new String(in.readNBytes(TEXT_MAX), StandardCharsets.US_ASCII).strip();
        }
    }

    private Token existing() throws IOException {
        PrivateFiles.restrict(file);
        String text = text();
        if (!TOKEN.matcher(text).matches()) {
            throw Invalid.of(
                    ErrorCode.FORMAT,
                    "token",
                    "%s holds no token: delete it, and the next start makes a new one".formatted(file));
        }
        return new Token(text, false);
    }

    /** Creates the file by a link, which unlike a move does not replace one that another process made meanwhile. */
    private Token made() throws IOException {
        Token token = Token.random();
        Path part = Files.createTempFile(Objects.requireNonNull(file.getParent()), "token", ".part");
        try {
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap((token.text() + "\n").getBytes(StandardCharsets.US_ASCII)));
                channel.force(true);
            }
            Files.createLink(file, part);
            return token;
        } catch (FileAlreadyExistsException e) {
            return existing();
        } catch (UnsupportedOperationException e) {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return token;
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
