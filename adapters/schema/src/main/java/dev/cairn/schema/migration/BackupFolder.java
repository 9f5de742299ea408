package dev.cairn.schema.migration;

import dev.cairn.application.database.DatabaseAdministration.KeptBackup;
import dev.cairn.application.database.StorageException;
import dev.cairn.domain.kernel.Sha256;
import dev.cairn.sqlite.DatabaseFile;
import dev.cairn.sqlite.Leftovers;
import dev.cairn.sqlite.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A folder of backups of one kind: their names, the checksum beside each, and how many are kept. */
final class BackupFolder {
    private static final int KEPT = 10;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);
    private static final String SUM = ".sha256";

    private final Path folder;
    private final String ending;
    private final Pattern name;

    /** @param ending of the names, without the dot */
    BackupFolder(Path folder, String ending) {
        this.folder = folder;
        this.ending = ending;
        this.name = Pattern.compile("cairn-(\\d{8}T\\d{9}Z)-v(\\d+)\\." + ending);
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    Path path() {
        return folder;
    }

    /** Answers where a copy is made until it is checked. */
    DatabaseFile draft(Leftovers.Kind kind) throws IOException {
        PrivateFiles.createFolders(folder);
        return new DatabaseFile(folder.resolve(Leftovers.name(kind)));
    }

    /** Gives a checked copy its name, its sum beside it first; both survive a power cut. */
    Backups.Backup named(DatabaseFile draft, Instant at, int version) throws IOException {
        String sum = sha256(draft.path());
        DatabaseFile file = new DatabaseFile(folder.resolve("cairn-%s-v%d.%s".formatted(time(at), version, ending)));
        draft.force();
        PrivateFiles.write(file.beside(SUM), sum + "  " + file.path().getFileName() + "\n");
        new DatabaseFile(file.beside(SUM)).force();
        Files.move(draft.path(), file.path(), StandardCopyOption.ATOMIC_MOVE);
        file.forceName();
        return new Backups.Backup(file.path(), version, Files.size(file.path()), sum);
    }

    /** @throws StorageException when there is no such backup, or it is not what was saved */
    static void requireSaved(Path backup) throws IOException {
        if (!Files.isRegularFile(backup)) {
            throw new StorageException("There is no backup " + backup);
        }
        Path sum = new DatabaseFile(backup).beside(SUM);
        if (Files.exists(sum) && !Files.readString(sum).startsWith(sha256(backup))) {
            throw new StorageException(
                    backup + " is not what was saved: its SHA-256 is not the one in " + sum.getFileName());
        }
    }

    /** @param made the one that was just made, which stays however old its name says it is */
    void prune(Path made) throws IOException {
        List<Path> others = files().stream().filter(file -> !file.equals(made)).toList();
        for (Path old : others.subList(0, Math.max(0, others.size() - (KEPT - 1)))) {
            Files.deleteIfExists(old);
            Files.deleteIfExists(new DatabaseFile(old).beside(SUM));
        }
    }

    /** Returns the backups' files, the oldest first. */
    List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            List<Path> files = new ArrayList<>();
            all.forEach(file -> {
                if (version(file).isPresent()) {
                    files.add(file);
                }
            });
            files.sort(Comparator.comparing(file -> String.valueOf(file.getFileName())));
            return files;
        } catch (IOException e) {
            throw new StorageException(folder + " cannot be read", e);
        }
    }

    /** Returns the kept backups, the newest first. */
    List<KeptBackup> kept() {
        return files().reversed().stream().flatMap(file -> kept(file).stream()).toList();
    }

    /** Empty when another one took its place meanwhile. */
    private Optional<KeptBackup> kept(Path file) {
        Matcher matcher = name.matcher(String.valueOf(file.getFileName()));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            Instant madeAt = TIME.parse(matcher.group(1), Instant::from);
            int version = Integer.parseInt(matcher.group(2));
            return Optional.of(new KeptBackup(file.toString(), version, Files.size(file), madeAt));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StorageException(file + " cannot be read", e);
        }
    }

    OptionalInt version(Path file) {
        Matcher matcher = name.matcher(String.valueOf(file.getFileName()));
        return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(2))) : OptionalInt.empty();
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digested = new DigestInputStream(in, Sha256.digest())) {
            digested.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        }
    }
}
