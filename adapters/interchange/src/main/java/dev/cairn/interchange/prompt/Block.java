package dev.cairn.interchange.prompt;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The bytes of a part of a file, as far as they may be of use. */
final class Block {
    private final String name;
    private final int bytesMax;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean tooLong;

    /** @param name as errors call it */
    Block(String name, int bytesMax) {
        this.name = name;
        this.bytesMax = bytesMax;
    }

    void add(byte[] some) {
        tooLong |= bytes.size() + some.length > bytesMax;
        if (!tooLong) {
            bytes.writeBytes(some);
        }
    }

    /** @throws Invalid {@code length} for more than is of use, {@code characters} for what is no UTF-8 */
    String text() {
        if (tooLong) {
            throw Invalid.of(ErrorCode.LENGTH, name, "%s has more than %d bytes".formatted(name, bytesMax));
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Invalid.of(ErrorCode.CHARACTERS, name, name + " is not in UTF-8");
        }
    }
}
