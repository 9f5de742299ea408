package dev.cairn.interchange.parse;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Text;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A ZIP archive from somebody who may mean no good (L37). All is counted while it is inflated; what headers say of sizes is not believed. What is
 * wrong with any entry is wrong with the archive.
 */
public final class Archive {
    public static final int ENTRIES_MAX = 10_000;
    public static final int ENTRY_BYTES_MAX = 10 * 1024 * 1024;
    static final long TOTAL_BYTES_MAX = 1024L * 1024 * 1024;
    static final int RATIO_MAX = 100;
    /** The size below which any ratio is allowed. */
    static final int RATIO_FREE_BYTES = 1024 * 1024;

    static final int NAME_MAX = 500;
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int KEPT_BYTES = 1024;
    /** The length of a header in the directory (APPNOTE 4.3.12); the offsets within it follow. */
    private static final int HEADER_BYTES = 46;

    private static final int HEADER_SIGNATURE = 0x02014b50;
    private static final int MADE_BY_AT = 5;
    private static final int NAME_LENGTH_AT = 28;
    private static final int EXTRA_LENGTH_AT = 30;
    private static final int REMARK_LENGTH_AT = 32;
    private static final int MODE_AT = 40;
    private static final byte UNIX = 3;
    private static final byte MACOS = 19;
    private static final int KIND_OF_FILE = 0xf000;
    private static final int LINK = 0xa000;

    private static final Pattern UNFIT = Pattern.compile("[\\\\:\\p{Cc}\\ufeff]");

    private final long entryBytesMax;
    private final long totalBytesMax;
    private final Tail tail;
    private final Counting zip;
    private final Set<String> names = new HashSet<>();
    private int count;
    private long total;

    /** Gets the files of an archive one after the other. */
    public interface Reader {
        /** @param content of at most {@value #ENTRY_BYTES_MAX} bytes; what is not read of it is checked all the same */
        void read(String name, InputStream content) throws IOException;
    }

    public Archive(InputStream file) {
        this(file, ENTRY_BYTES_MAX, TOTAL_BYTES_MAX);
    }

    /** @param bytesMax of an entry and of all of them, in place of the usual limits */
    public Archive(InputStream file, long bytesMax) {
        this(file, bytesMax, bytesMax);
    }

    private Archive(InputStream file, long entryBytesMax, long totalBytesMax) {
        this.entryBytesMax = entryBytesMax;
        this.totalBytesMax = totalBytesMax;
        this.tail = new Tail(file);
        this.zip = new Counting(new Recent(new BufferedInputStream(tail, BUFFER_BYTES)));
    }

    /** @throws Invalid {@code format} for anything that is not as it should be */
    public void entries(Reader reader) throws IOException {
        ZipEntry entry;
        while ((entry = next()) != null) {
            String name = checked(entry.getName());
            if (++count > ENTRIES_MAX) {
                throw refused("has more than %d entries".formatted(ENTRIES_MAX));
            }
            Content content = new Content(name);
            if (!entry.isDirectory()) {
                reader.read(name, content);
            }
            if (content.transferTo(OutputStream.nullOutputStream()) > 0 && entry.isDirectory()) {
                throw refused("has a folder that holds bytes itself: '%s'".formatted(Text.excerpt(name)));
            }
        }
        checkDirectory();
    }

    private @Nullable ZipEntry next() throws IOException {
        try {
            return zip.getNextEntry();
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw damaged(e);
        }
    }

    /** Checks that the directory at the end lists the entries that were read, no more and no fewer, and no link. */
    private void checkDirectory() throws IOException {
        checkLinks(zip.directory());
        tail.transferTo(OutputStream.nullOutputStream());
        int listed = tail.listed();
        if (listed != count) {
            throw refused(
                    listed < 0
                            ? "is no ZIP archive, or is cut off"
                            : "lists %d entries and has %d".formatted(listed, count));
        }
    }

    /** Refuses links: only the directory marks them, and the entry's content is another file's name. */
    private static void checkLinks(InputStream directory) throws IOException {
        ByteBuffer header = header(directory);
        while (header.remaining() == HEADER_BYTES && header.getInt(0) == HEADER_SIGNATURE) {
            byte[] name = directory.readNBytes(header.getShort(NAME_LENGTH_AT) & 0xffff);
            boolean unix = header.get(MADE_BY_AT) == UNIX || header.get(MADE_BY_AT) == MACOS;
            if (unix && (header.getShort(MODE_AT) & KIND_OF_FILE) == LINK) {
                throw refused("has the link '%s'; zip it without -y, which takes what it leads to"
                        .formatted(Text.excerpt(new String(name, StandardCharsets.UTF_8))));
            }
            var _ = directory.readNBytes( // which does not mind when there is no more
                    (header.getShort(EXTRA_LENGTH_AT) & 0xffff) + (header.getShort(REMARK_LENGTH_AT) & 0xffff));
            header = header(directory);
        }
    }

    private static ByteBuffer header(InputStream directory) throws IOException {
        return ByteBuffer.wrap(directory.readNBytes(HEADER_BYTES)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private String checked(String name) {
        String plain = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        boolean fit = plain.length() <= NAME_MAX
                && !UNFIT.matcher(plain).find()
                && Text.isStorable(plain)
                && Arrays.stream(plain.split("/", -1))
                        .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
        if (!fit) {
            throw refused("has an entry whose name leads out of it: '%s'".formatted(Text.excerpt(name)));
        }
        if (!names.add(nameKey(plain))) {
            throw refused("has the name '%s' twice".formatted(Text.excerpt(name)));
        }
        return plain;
    }

    /** Answers the form in which names of entries are compared: NFC, each letter in the case that others of it share. */
    public static String nameKey(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .codePoints()
                .map(c -> Character.toLowerCase(Character.toUpperCase(c)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Invalid refused(String what) {
        return Invalid.of(ErrorCode.FORMAT, "file", "The archive " + what + "; nothing of it was imported");
    }

    private static Invalid damaged(Exception e) {
        return refused("is damaged (%s)".formatted(Text.excerpt(String.valueOf(e.getMessage()))));
    }

    /** The inflated bytes of an entry, counted against the limits. */
    private final class Content extends InputStream {
        private final String name;
        private final byte[] one = new byte[1];
        private long bytes;

        Content(String name) {
            this.name = name;
        }

        @Override
        public int read() throws IOException {
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read;
            try {
                read = zip.read(into, offset, length);
            } catch (ZipException | EOFException e) {
                throw damaged(e);
            }
            if (read > 0) {
                bytes += read;
                total += read;
                check();
            }
            return read;
        }

        private void check() {
            if (bytes > entryBytesMax) {
                throw refused("has an entry of more than %d bytes: '%s'".formatted(entryBytesMax, Text.excerpt(name)));
            }
            if (total > totalBytesMax) {
                throw refused("has more than %d bytes".formatted(totalBytesMax));
            }
            boolean inflated = bytes > RATIO_FREE_BYTES && bytes > RATIO_MAX * zip.compressed();
            if (inflated || (total > RATIO_FREE_BYTES && total > RATIO_MAX * tail.bytes())) {
                throw refused("inflates to more than %d times its size: '%s'".formatted(RATIO_MAX, Text.excerpt(name)));
            }
        }
    }

    /** Knows how many compressed bytes an entry has taken. */
    private static final class Counting extends ZipInputStream {
        /** The bytes behind the last entry that are read to see that no other one follows. */
        private static final int LOOKED_AT_BYTES = 30;

        private final Recent recent;

        Counting(Recent recent) {
            super(recent, StandardCharsets.UTF_8);
            this.recent = recent;
        }

        /** Returns the bytes behind the last entry. */
        InputStream directory() throws IOException {
            byte[] lookedAt = recent.before(in.available(), LOOKED_AT_BYTES);
            return new SequenceInputStream(new ByteArrayInputStream(lookedAt), new Open(in));
        }

        /** Returns the compressed bytes of the entry; for a stored one a number so large that its ratio always passes. */
        long compressed() {
            long deflated = inf.getBytesRead();
            return deflated == 0 ? Long.MAX_VALUE / RATIO_MAX : deflated;
        }
    }

    /** Ignores closing. */
    private static final class Open extends FilterInputStream {
        Open(InputStream in) {
            super(in);
        }

        @Override
        public void close() {}
    }

    /** Observes the bytes that are read, by whichever method. */
    private abstract static class Watched extends FilterInputStream {
        Watched(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public abstract int read(byte[] into, int offset, int length) throws IOException;
    }

    /** Keeps the last bytes read, for a reader that reads ahead and gives some back. */
    private static final class Recent extends Watched {
        private byte[] kept = new byte[0];

        Recent(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = in.read(into, offset, Math.min(length, KEPT_BYTES));
            if (read > 0) {
                int old = Math.min(kept.length, KEPT_BYTES - read);
                byte[] next = Arrays.copyOfRange(kept, kept.length - old, kept.length + read);
                System.arraycopy(into, offset, next, old, read);
                kept = next;
            }
            return read;
        }

        /** Returns 0, so that a reader's {@code available} counts only the bytes it was given back. */
        @Override
        public int available() {
            return 0;
        }

        /** Answers the last bytes before those that were given back. */
        byte[] before(int givenBack, int length) {
            int end = Math.max(0, kept.length - givenBack);
            return Arrays.copyOfRange(kept, Math.max(0, end - length), end);
        }
    }

    /** Keeps the end of the bytes read, where an archive says how many entries it lists. */
    private static final class Tail extends Watched {
        private static final int END_BYTES = 22;
        private static final int COMMENT_BYTES_MAX = 0xffff;
        private static final int SIGNATURE = 0x06054b50;
        private static final int COUNT_AT = 10;
        private static final int COMMENT_LENGTH_AT = 20;

        private byte[] kept = new byte[0];
        private long bytes;

        Tail(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = in.read(into, offset, length);
            if (read > 0) {
                bytes += read;
                keep(into, offset, read);
            }
            return read;
        }

        long bytes() {
            return bytes;
        }

        private void keep(byte[] from, int offset, int length) {
            int most = END_BYTES + COMMENT_BYTES_MAX;
            ByteArrayOutputStream all = new ByteArrayOutputStream(kept.length + length);
            int old = Math.min(kept.length, Math.max(0, most - length));
            all.write(kept, kept.length - old, old);
            int some = Math.min(length, most);
            all.write(from, offset + length - some, some);
            kept = all.toByteArray();
        }

        /** Answers how many entries the directory lists; -1 when there is no end of one. */
        int listed() {
            ByteBuffer end = ByteBuffer.wrap(kept).order(ByteOrder.LITTLE_ENDIAN);
            for (int at = kept.length - END_BYTES; at >= 0; at--) {
                if (end.getInt(at) == SIGNATURE
                        && (end.getShort(at + COMMENT_LENGTH_AT) & 0xffff) == kept.length - END_BYTES - at) {
                    return end.getShort(at + COUNT_AT) & 0xffff;
                }
            }
            return -1;
        }
    }
}
