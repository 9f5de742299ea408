package dev.cairn.sqlite;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Looks into a write-ahead log without the engine, which reads up to the first frame that is not sound and takes it for the
 * end (sqlite.org/fileformat2.html, 4): what was committed behind it is lost without a word.
 */
public final class WalFile {
    private static final int HEADER = 32;
    private static final int FRAME = 24;
    private static final int MAGIC = 0x377f0682;
    private static final int PAGE_MIN = 512;
    private static final int PAGE_MAX = 65_536;

    private final Path file;

    public WalFile(Path file) {
        this.file = file;
    }

    /**
     * Answers what is wrong with it, if it is there. Who writes to it meanwhile may be met between a frame and the next, or begin
     * at its start again: only what a second look finds as well, in the same log, is damage.
     */
    public Optional<String> damage() throws IOException {
        Optional<String> found = look();
        if (found.isEmpty()) {
            return found;
        }
        ByteBuffer before = header();
        return look().equals(found) && header().equals(before) ? found : Optional.empty();
    }

    private ByteBuffer header() throws IOException {
        if (!Files.exists(file)) {
            return ByteBuffer.allocate(0);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return ByteBuffer.wrap(in.readNBytes(HEADER));
        }
    }

    private Optional<String> look() throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return damage(in);
        }
    }

    private Optional<String> damage(DataInputStream in) throws IOException {
        ByteBuffer header = ByteBuffer.wrap(in.readNBytes(HEADER));
        if (header.capacity() < HEADER) {
            return damaged("it ends within its header");
        }
        int pageSize = header.getInt(8);
        boolean known = (header.getInt(0) & ~1) == MAGIC
                && Integer.bitCount(pageSize) == 1
                && pageSize >= PAGE_MIN
                && pageSize <= PAGE_MAX;
        if (!known) {
            return damaged("its header is not one of SQLite");
        }
        Sum sum = new Sum((header.getInt(0) & 1) == 1 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        sum.add(header, 0, HEADER - 8);
        if (!sum.is(header.getInt(24), header.getInt(28))) {
            return damaged("the checksum of its header is wrong");
        }
        return frames(in, header.getLong(16), pageSize, sum);
    }

    /** Reads the frames. One that is not sound is the end, unless a commit of the same log comes behind it. */
    private Optional<String> frames(DataInputStream in, long salts, int pageSize, Sum sum) throws IOException {
        byte[] bytes = new byte[FRAME + pageSize];
        long broken = 0;
        for (long number = 1; ; number++) {
            try {
                in.readFully(bytes);
            } catch (EOFException e) {
                return Optional.empty();
            }
            ByteBuffer frame = ByteBuffer.wrap(bytes);
            boolean ofThisLog = frame.getLong(8) == salts;
            if (broken > 0) {
                if (ofThisLog && frame.getInt(4) > 0) {
                    return damaged(
                            "frame %d is not sound, and changes that were committed come behind it".formatted(broken));
                }
                continue;
            }
            sum.add(frame, 0, 8);
            sum.add(frame, FRAME, pageSize);
            if (!ofThisLog || !sum.is(frame.getInt(16), frame.getInt(20))) {
                broken = number;
            }
        }
    }

    private Optional<String> damaged(String how) {
        return Optional.of("%s: %s".formatted(file.getFileName(), how));
    }

    /** Computes SQLite's checksum, which goes on from frame to frame. */
    private static final class Sum {
        private final ByteOrder order;
        private int first;
        private int second;

        Sum(ByteOrder order) {
            this.order = order;
        }

        void add(ByteBuffer bytes, int from, int length) {
            ByteBuffer words = bytes.duplicate().order(order);
            for (int i = from; i < from + length; i += 8) {
                first += words.getInt(i) + second;
                second += words.getInt(i + 4) + first;
            }
        }

        boolean is(int one, int two) {
            return first == one && second == two;
        }
    }
}
