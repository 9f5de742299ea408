package dev.cairn.server.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a disk holds after a power cut in the middle of recorded operations: all that was synced, and of the rest any part.
 * A write that was not synced is kept, dropped or torn at 512-byte sectors, whatever happened to those around it; entries
 * of the folder survive up to any point after its last sync.
 */
final class CrashDisk {
    private static final int HEAD = 16;
    private static final int SECTOR = 512;

    private final byte[] base;
    private final List<Operation> operations;

    private record Operation(char name, char file, long offset, ByteBuffer data) {}

    /** How much of what was not synced survives. */
    enum Survival {
        NOTHING,
        ANYTHING,
        ALL;

        static Survival any(Random random) {
            return List.of(NOTHING, ANYTHING, ALL).get(random.nextInt(3));
        }
    }

    /** A crash: the files that are there afterwards, and what had been acknowledged before. */
    record Image(Map<String, byte[]> files, Set<String> acknowledged) {
        void writeTo(Path folder) throws IOException {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
        }
    }

    /** The content of a file that survives its name: what was synced, and what came after. */
    private static final class Inode {
        private byte[] bytes;
        private int length;
        private final List<Operation> pending = new ArrayList<>();

        Inode(byte[] synced) {
            bytes = synced.clone();
            length = synced.length;
        }

        void sync() {
            pending.forEach(this::apply);
            pending.clear();
        }

        byte[] surviving(Survival survival, Random random) {
            for (Operation operation : pending) {
                int fate = switch (survival) {
                    case NOTHING -> 2;
                    case ANYTHING -> random.nextInt(3);
                    case ALL -> 0;
                };
                if (fate == 0) {
                    apply(operation);
                } else if (fate == 1 && operation.name() == 'W') {
                    tear(operation, random);
                }
            }
            return Arrays.copyOf(bytes, length);
        }

        private void apply(Operation operation) {
            int offset = Math.toIntExact(operation.offset());
            if (operation.name() == 'T') {
                grow(offset);
                Arrays.fill(bytes, Math.min(offset, length), length, (byte) 0);
                length = offset;
            } else {
                put(operation, 0, operation.data().capacity());
            }
        }

        private void tear(Operation write, Random random) {
            int offset = Math.toIntExact(write.offset());
            for (int from = 0; from < write.data().capacity(); ) {
                int end = Math.min(
                        from + SECTOR - (offset + from) % SECTOR, write.data().capacity());
                if (random.nextBoolean()) {
                    put(write, from, end);
                }
                from = end;
            }
        }

        private void put(Operation write, int from, int end) {
            int offset = Math.toIntExact(write.offset());
            grow(offset + end);
            write.data().get(from, bytes, offset + from, end - from);
            length = Math.max(length, offset + end);
        }

        private void grow(int least) {
            if (bytes.length < least) {
                bytes = Arrays.copyOf(bytes, Math.max(least, 2 * bytes.length));
            }
        }
    }

    private CrashDisk(byte[] base, List<Operation> operations) {
        this.base = base;
        this.operations = operations;
    }

    /** @param database what the database file held when the recording began, with nothing beside it */
    static CrashDisk read(byte[] database, Path log) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(log)).order(ByteOrder.nativeOrder());
        List<Operation> operations = new ArrayList<>();
        while (bytes.remaining() >= HEAD) {
            char name = (char) bytes.get();
            char file = (char) bytes.get();
            bytes.getShort();
            int length = bytes.getInt();
            long offset = bytes.getLong();
            operations.add(new Operation(name, file, offset, bytes.slice(bytes.position(), length)));
            bytes.position(bytes.position() + length);
        }
        return new CrashDisk(database, operations);
    }

    int size() {
        return operations.size();
    }

    /** The disk after a cut before this operation. */
    Image cut(int before, Survival survival, Random random) {
        Map<Character, Inode> synced = new TreeMap<>(Map.of('d', new Inode(base)));
        Map<Character, Inode> current = new HashMap<>(synced);
        List<Runnable> entries = new ArrayList<>();
        ByteArrayOutputStream acknowledged = new ByteArrayOutputStream();
        for (Operation operation : operations.subList(0, before)) {
            char file = operation.file();
            if (file == 'a') {
                byte[] line = new byte[operation.data().capacity()];
                operation.data().get(0, line);
                acknowledged.writeBytes(line);
                continue;
            }
            switch (operation.name()) {
                case 'O' -> {
                    Inode inode = new Inode(new byte[0]);
                    current.put(file, inode);
                    entries.add(() -> synced.put(file, inode));
                }
                case 'U' -> {
                    current.remove(file);
                    entries.add(() -> synced.remove(file));
                }
                case 'D' -> {
                    entries.forEach(Runnable::run);
                    entries.clear();
                }
                case 'S' -> inode(current, file).sync();
                case 'W', 'T' -> inode(current, file).pending.add(operation);
                default -> throw new IllegalStateException("An operation " + operation.name());
            }
        }
        int kept = survives(survival, entries.size(), random);
        entries.subList(0, kept).forEach(Runnable::run);
        Map<String, byte[]> files = new HashMap<>();
        synced.forEach((file, inode) ->
                files.put(file == 'd' ? "cairn.db" : "cairn.db-wal", inode.surviving(survival, random)));
        return new Image(files, lines(acknowledged));
    }

    private static Inode inode(Map<Character, Inode> current, char file) {
        return current.computeIfAbsent(file, missing -> {
            throw new IllegalStateException("The recording writes to a file it has not seen made: " + missing);
        });
    }

    private static int survives(Survival survival, int count, Random random) {
        return switch (survival) {
            case NOTHING -> 0;
            case ANYTHING -> random.nextInt(count + 1);
            case ALL -> count;
        };
    }

    private static Set<String> lines(ByteArrayOutputStream acknowledged) {
        Set<String> lines = new TreeSet<>();
        Collections.addAll(lines, acknowledged.toString(StandardCharsets.UTF_8).split("\n"));
        lines.remove("");
        return lines;
    }
}
