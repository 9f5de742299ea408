package dev.cairn.files;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An open folder, in which entries are reached by single names and never through a link. Opening by a path of several names
 * would guard only the last of them.
 */
final class Secure implements AutoCloseable {
    private final SecureDirectoryStream<Path> stream;

    private Secure(SecureDirectoryStream<Path> stream) {
        this.stream = stream;
    }

    /** @return null where the file system has no such thing */
    @SuppressWarnings("StreamResourceLeak") // Whoever gets it closes it.
    static @Nullable Secure open(Path root) throws IOException {
        DirectoryStream<Path> stream = Files.newDirectoryStream(root);
        if (stream instanceof SecureDirectoryStream<Path> secure) {
            return new Secure(secure);
        }
        stream.close();
        return null;
    }

    Secure enter(Path name) throws IOException {
        return new Secure(stream.newDirectoryStream(name, NOFOLLOW_LINKS));
    }

    /** The names in the folder, sorted; to be asked for once. */
    List<Path> names() throws IOException {
        List<Path> names = new ArrayList<>();
        try {
            for (Path entry : stream) {
                Path name = entry.getFileName();
                if (name != null) {
                    names.add(name);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        names.sort(Comparator.naturalOrder());
        return names;
    }

    BasicFileAttributes attributes(Path name) throws IOException {
        BasicFileAttributeView view = stream.getFileAttributeView(name, BasicFileAttributeView.class, NOFOLLOW_LINKS);
        return view.readAttributes();
    }

    /** Reads a regular file: anything else may block for ever. @return null when it is longer than this */
    byte @Nullable [] read(Path name, int bytesMax) throws IOException {
        try (SeekableByteChannel channel =
                stream.newByteChannel(name, Set.of(StandardOpenOption.READ, NOFOLLOW_LINKS))) {
            long size = channel.size();
            if (size > bytesMax) {
                return null;
            }
            ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(size) + 1);
            while (channel.read(buffer) >= 0) {
                if (!buffer.hasRemaining()) {
                    if (buffer.capacity() > bytesMax) {
                        return null;
                    }
                    int larger = Math.min(buffer.capacity() * 2, bytesMax) + 1;
                    buffer = ByteBuffer.allocate(larger).put(buffer.flip());
                }
            }
            return Arrays.copyOf(buffer.array(), buffer.position());
        }
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
