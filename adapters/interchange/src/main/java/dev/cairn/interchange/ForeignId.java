package dev.cairn.interchange;

import dev.cairn.domain.interchange.Alias;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids of other trackers within the limit of the alias; two ids that differ stay two (I3). */
final class ForeignId {
    private static final char HASHED = '~';

    private ForeignId() {}

    /** The id itself; of one that is too long its beginning and a hash of the whole. */
    static String of(String id) {
        if (Fitting.fits(id, Alias.EXTERNAL_ID_MAX)) {
            return id;
        }
        String hash = hash(id);
        int beginning = id.offsetByCodePoints(0, Alias.EXTERNAL_ID_MAX - hash.length() - 1);
        return id.substring(0, beginning) + HASHED + hash;
    }

    /** 128 bits of the text's SHA-256, in hexadecimal digits. */
    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
