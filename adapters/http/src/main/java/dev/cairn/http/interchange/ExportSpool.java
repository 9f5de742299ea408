package dev.cairn.http.interchange;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Unavailable;
import dev.cairn.http.HttpSettings;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import jakarta.inject.Singleton;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an answer in a file of this user's alone until it is whole, and hands it out then. The file is gone with the stream
 * that reads it, and with the process.
 */
@Singleton
public final class ExportSpool {
    private static final Set<OpenOption> OPTIONS = Set.of(
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);

    private final @Nullable Path folder;

    ExportSpool(HttpSettings settings) {
        this.folder = settings.temporary();
    }

    /** Writes the answer. */
    public interface Writer {
        void to(OutputStream out) throws IOException;
    }

    /**
     * Answers what was written. It is closed with the request's connection, if not before: nobody reads an answer that is not sent.
     *
     * @throws Unavailable {@code disk_full} when the file cannot be written
     */
    public InputStream whole(HttpRequest<?> request, Writer writer) {
        FileChannel file = null;
        boolean written = false;
        try {
            file = open();
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(file));
            writer.to(out);
            out.flush();
            file.position(0);
            written = true;
            InputStream whole = new BufferedInputStream(Channels.newInputStream(file));
            return request instanceof NettyHttpRequest<?> netty
                    ? new Sent(whole, netty.getChannelHandlerContext().channel().closeFuture())
                    : whole;
        } catch (IOException e) {
            throw new Unavailable(
                    ErrorCode.DISK_FULL, "There is no room for the export in the folder for temporary files", e);
        } finally {
            if (!written && file != null) {
                close(file);
            }
        }
    }

    /** A file on its way, for as long as there is a connection. */
    private static final class Sent extends FilterInputStream {
        private final ChannelFuture end;
        private final ChannelFutureListener closing = _ -> close();

        Sent(InputStream file, ChannelFuture end) {
            super(file);
            this.end = end;
            end.addListener(closing);
        }

        @Override
        public void close() throws IOException {
            end.removeListener(closing);
            super.close();
        }
    }

    private FileChannel open() throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        Path place = folder == null ? Path.of(System.getProperty("java.io.tmpdir", ".")) : folder;
        if (folder != null) {
            Files.createDirectories(place, mode(posix, "rwx------"));
        }
        return FileChannel.open(
                place.resolve("cairn-export-" + UUID.randomUUID() + ".part"), OPTIONS, mode(posix, "rw-------"));
    }

    private static FileAttribute<?>[] mode(boolean posix, String permissions) {
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static void close(FileChannel file) {
        try {
            file.close();
        } catch (IOException _) {
            // The temporary file is discarded anyway.
        }
    }
}
