package dev.cairn.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cairn.application.file.FolderRules;
import dev.cairn.application.file.FolderVisitor.LeftOut;
import dev.cairn.application.file.OpenFolder;
import dev.cairn.application.file.OpenFolder.Content;
import dev.cairn.application.file.OpenFolder.Reason;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.file.FileProblem;
import dev.cairn.domain.file.FileProblem.Kind;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R50, P12: nothing outside of the folder is read, whatever is tried. */
@Timeout(60)
class FolderPathsTest {
    @TempDir
    Path directory;

    private Path root = Path.of("");

    @BeforeEach
    void folder() throws IOException {
        directory = directory.toRealPath();
        root = Files.createDirectory(directory.resolve("root"));
        Files.createDirectories(root.resolve("src/main"));
        Files.writeString(root.resolve("src/main/A.java"), "class A {}");
        Files.writeString(Files.createDirectory(directory.resolve("outside")).resolve("secret.txt"), "secret");
    }

    private Content read(String path) {
        return read(path, OwnFiles.NONE);
    }

    private Content read(String path, OwnFiles own) {
        try (OpenFolder folder = Listing.folders(own).open(root.toString(), Listing.RULES)) {
            return folder.read(path);
        }
    }

    private static Content none(Reason reason) {
        return new Content.None(reason);
    }

    private static void run(String... command) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside/secret.txt",
                "src/../../outside/secret.txt",
                "src/../src/main/A.java",
                "./src/main/A.java",
                "src//main/A.java",
                "/etc/passwd",
                "src/main/A.java/",
                "",
                ".",
                "..",
                "src/main/A.java\0.txt",
                "src\\main\\A.java",
                "SRC/main/A.java",
                "src/main/\uFF21.java"
            })
    void noOtherPathLeadsAnywhere(String path) {
        assertThat(read("src/main/A.java")).isInstanceOf(Content.Text.class);
        assertThat(read(path)).isEqualTo(none(Reason.GONE));
    }

    @Test
    void aPathThatIsLongerThanAnySystemTakesLeadsNowhere() {
        assertThat(read("a".repeat(5_000))).isInstanceOf(Content.None.class);
        assertThat(read("a/".repeat(5_000) + "b")).isEqualTo(none(Reason.GONE));
    }

    @Test
    void linksAreNotFollowedWhereverTheyStand() throws IOException {
        Files.createSymbolicLink(root.resolve("out"), directory.resolve("outside"));
        Files.createSymbolicLink(root.resolve("secret.txt"), directory.resolve("outside/secret.txt"));
        Files.createSymbolicLink(root.resolve("loop"), root);
        Files.createSymbolicLink(root.resolve("nowhere"), root.resolve("nothing"));
        assertThat(Listing.of(root).paths).containsExactly("src/main/A.java");
        assertThat(read("out/secret.txt")).isInstanceOf(Content.None.class);
        assertThat(read("loop/src/main/A.java")).isInstanceOf(Content.None.class);
        assertThat(read("secret.txt")).isEqualTo(none(Reason.GONE));
    }

    @Test
    void rulesThatAreLinksAreNotRead() throws IOException {
        Files.writeString(directory.resolve("outside/rules"), "*.java\n");
        Files.createSymbolicLink(root.resolve(".gitignore"), directory.resolve("outside/rules"));
        assertThat(Listing.of(root).paths).containsExactly("src/main/A.java");
    }

    @Test
    void whatIsNoRegularFileIsNotOpened() throws Exception {
        run("mkfifo", root.resolve("fifo").toString());
        run("mkfifo", root.resolve("src/.gitignore").toString());
        assertThat(Listing.of(root).paths).containsExactly("src/main/A.java");
        assertThat(read("fifo")).isEqualTo(none(Reason.GONE));
        assertThat(read("src")).isEqualTo(none(Reason.GONE));
    }

    @Test
    void devicesAreNotOpened() throws Exception {
        Path device = root.resolve("zero");
        assumeTrue(
                new ProcessBuilder("mknod", device.toString(), "c", "1", "5")
                                .start()
                                .waitFor()
                        == 0,
                "Skipped: only root makes devices");
        assertThat(Listing.of(root).paths).containsExactly("src/main/A.java");
        assertThat(read("zero")).isEqualTo(none(Reason.GONE));
    }

    /** L28: a file with holes says that it is large, and takes no room. */
    @Test
    void theSizeIsLookedAtBeforeAnythingIsRead() throws IOException {
        try (RandomAccessFile huge = new RandomAccessFile(root.resolve("huge").toFile(), "rw")) {
            huge.setLength(20L << 30);
        }
        Listing listing = Listing.of(root);
        assertThat(listing.paths).containsExactly("src/main/A.java");
        assertThat(listing.leftOut).containsExactly(LeftOut.TOO_LARGE);
        assertThat(read("huge")).isEqualTo(none(Reason.TOO_LARGE));
    }

    /** X7 */
    @Test
    void whatItsNameCallsSecretIsLeftOut() throws IOException {
        Files.writeString(root.resolve("src/.env"), "KEY=1");
        Files.writeString(root.resolve("server.pem"), "key");
        Listing listing = Listing.of(root);
        assertThat(listing.paths).containsExactly("src/main/A.java");
        assertThat(listing.leftOut).containsExactly(LeftOut.SECRET, LeftOut.SECRET);
    }

    /** X7: a pattern may name a folder, or what is in one, as in a .gitignore; on some disks case does not matter, nor does it here. */
    @Test
    void whatAPatternOfSecretsNamesIsNeitherListedNorRead() throws IOException {
        List<String> secret =
                List.of("private/a.txt", "a/private/b/c.txt", "a/nested", "keys/a.pub", "ID_RSA", "b/.Env");
        List<String> open = List.of("private.txt", "a/keys/a.pub", "keys/known.txt", "nest");
        for (String path : Stream.concat(secret.stream(), open.stream()).toList()) {
            Files.createDirectories(root.resolve(path).getParent());
            Files.writeString(root.resolve(path), "text");
        }
        List<String> patterns = List.of("private/", "nested", "keys/*", "!keys/known.txt", "id_rsa*", ".ENV");
        FolderRules rules = new FolderRules(1_000, patterns);
        Listing listing = new Listing();
        Listing.folders(OwnFiles.NONE).walk(root.toString(), rules, listing);
        assertThat(listing.paths).containsAll(open).doesNotContainAnyElementsOf(secret);
        assertThat(listing.leftOut).containsOnly(LeftOut.SECRET).hasSize(secret.size());
        try (OpenFolder folder = Listing.folders(OwnFiles.NONE).open(root.toString(), rules)) {
            assertThat(secret).allSatisfy(path -> assertThat(folder.read(path)).isEqualTo(none(Reason.SECRET)));
            assertThat(secret).allSatisfy(path -> assertThat(folder.hash(path)).isNull());
            assertThat(open).allSatisfy(path -> assertThat(folder.read(path)).isInstanceOf(Content.Text.class));
        }
    }

    /** L27 */
    @Test
    void repositoriesAreNotEntered() throws IOException {
        for (String git : List.of(".git", "src/.git", "src/main/.GIT")) {
            Files.writeString(Files.createDirectories(root.resolve(git)).resolve("config"), "");
        }
        assertThat(Listing.of(root).paths).containsExactly("src/main/A.java");
    }

    @Test
    void namesThatAreNoUtf8AreTold() throws Exception {
        run("bash", "-c", "touch \"$0\"/$'caf\\xe9.txt' \"$0\"/$'new\\nline' \"$0\"/'fine\uFFFD'", root.toString());
        Listing listing = Listing.of(root);
        assertThat(listing.paths).containsExactlyInAnyOrder("src/main/A.java", "new\nline", "fine\uFFFD");
        assertThat(listing.problems).containsExactly(new FileProblem("caf\uFFFD.txt", Kind.NAME_NOT_UTF8));
    }

    /** Names are compared as they are: two that look the same are two. */
    @Test
    void namesStayAsTheFileSystemHasThem() throws IOException {
        Files.writeString(root.resolve("caf\u00e9"), "one");
        Files.writeString(root.resolve("cafe\u0301"), "two");
        Files.writeString(root.resolve("CAF\u00c9"), "three");
        assertThat(Listing.of(root).paths).contains("caf\u00e9", "cafe\u0301", "CAF\u00c9");
    }

    @Test
    void whatIsTooDeepIsTold() throws IOException {
        Path deep = root;
        for (int i = 0; i < Walk.DEPTH_MAX + 2; i++) {
            deep = deep.resolve("d");
        }
        Files.createDirectories(deep);
        Listing listing = Listing.of(root);
        assertThat(listing.paths).containsExactly("src/main/A.java");
        assertThat(listing.problems).extracting(FileProblem::kind).containsExactly(Kind.PATH_TOO_LONG);
    }

    @Test
    void ourOwnDatabaseIsNotOpenedByAnyName() throws IOException {
        Path data = Files.createDirectory(root.resolve("data"));
        Path database = Files.writeString(data.resolve("cairn.db"), "text, to be seen");
        Path log = Files.writeString(data.resolve("cairn.db-wal"), "text");
        Files.writeString(data.resolve("notes.md"), "mine");
        Files.createLink(root.resolve("innocent.txt"), database);
        Files.createLink(root.resolve("innocent.log"), log);
        OwnFiles own = new OwnFiles(List.of(database), List.of());
        Listing listing = Listing.of(root, own);
        assertThat(listing.paths).containsExactly("data/notes.md", "src/main/A.java");
        assertThat(listing.problems)
                .extracting(FileProblem::kind)
                .containsOnly(Kind.OWN_DATABASE)
                .hasSize(4);
        assertThat(read("innocent.txt", own)).isEqualTo(none(Reason.OWN_DATABASE));
        assertThat(read("data/cairn.db-wal", own)).isEqualTo(none(Reason.OWN_DATABASE));
    }

    @Test
    void aFolderOfOurOwnIsNeitherEnteredNorIndexed() throws IOException {
        Path data = Files.createDirectory(root.resolve("data"));
        Files.writeString(data.resolve("token"), "secret");
        OwnFiles own = new OwnFiles(List.of(), List.of(data));
        assertThat(Listing.of(root, own).paths).containsExactly("src/main/A.java");
        assertThat(read("data/token", own)).isEqualTo(none(Reason.OWN_DATABASE));
        assertThatThrownBy(() -> Listing.folders(own).resolve(data.toString()))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FOLDER_REFUSED));
    }

    /** Of a server that is not this one, too. */
    @Test
    void aDataDirectoryOfAnotherCairnIsNotEntered() throws IOException {
        Path data = Files.createDirectories(root.resolve("home/cairn/logs"));
        for (String name : List.of("cairn.db", "cairn.lock", "token", "logs/cairn.log")) {
            Files.writeString(data.resolveSibling(name), "text");
        }
        Files.writeString(root.resolve("home/notes.md"), "mine");
        assertThat(Listing.of(root).paths).containsExactly("home/notes.md", "src/main/A.java");
        assertThat(read("home/cairn/token")).isEqualTo(none(Reason.OWN_DATABASE));
        assertThat(read("home/cairn/logs/cairn.log")).isEqualTo(none(Reason.OWN_DATABASE));
        assertThat(read("home/notes.md")).isInstanceOf(Content.Text.class);
    }

    /** Neither the directory itself, nor what lies in it, whatever its server keeps there; what lies beside it is nobody's. */
    @ParameterizedTest
    @ValueSource(strings = {"cairn.db", "cairn.lock", "server.json", "master.key", "logs/cairn.log"})
    void aDataDirectoryOfAnotherCairnIsNoFolderOfAProject(String kept) throws IOException {
        Path data = directory.resolve("cairn");
        Files.createDirectories(data.resolve("logs"));
        Files.writeString(data.resolve("token"), "secret");
        DiskFolders folders = Listing.folders(OwnFiles.NONE);
        String agreed = folders.resolve(data.toString());
        Files.writeString(data.resolve(kept), "text");
        List<ThrowingCallable> tries = List.of(
                () -> folders.resolve(data.toString()),
                () -> folders.resolve(data.resolve("logs").toString()),
                () -> folders.open(agreed, Listing.RULES).close(),
                () -> Listing.of(data));
        assertThat(tries)
                .allSatisfy(tried -> assertThatThrownBy(tried)
                        .isInstanceOfSatisfying(
                                Conflict.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FOLDER_REFUSED)));
        assertThat(folders.resolve(root.toString())).isEqualTo(root.toString());
    }

    @Test
    void aFolderHasToBeThere() {
        for (String path : List.of(root + "/none", root + "/src/main/A.java", "src", "", "a\0b")) {
            assertThatThrownBy(() -> Listing.folders(OwnFiles.NONE).resolve(path))
                    .isInstanceOfSatisfying(
                            Conflict.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FOLDER_NOT_FOUND));
        }
    }

    /** What was agreed upon is not what a link leads to that took its place. */
    @Test
    void aRootThatBecameALinkIsNotRead() throws IOException {
        String agreed = Listing.folders(OwnFiles.NONE).resolve(root.toString());
        Files.move(root, directory.resolve("elsewhere"));
        Files.createSymbolicLink(root, directory.resolve("outside"));
        assertThatThrownBy(() -> Listing.folders(OwnFiles.NONE).open(agreed, Listing.RULES))
                .isInstanceOf(Conflict.class);
    }

    /** L31 */
    @Test
    void aProcessThatCannotNameItsFilesIndexesNothing() {
        DiskFolders folders = new DiskFolders(OwnFiles.NONE, InstantSource.system(), "ANSI_X3.4-1968");
        assertThatThrownBy(() -> folders.resolve(root.toString()))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FILE_NAMES_NOT_UTF8));
    }
}
