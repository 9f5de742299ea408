package dev.cairn.interchange.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.interchange.ImportProblem;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.prompt.PromptContent;
import dev.cairn.interchange.parse.Archive;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An archive is taken as a whole or not at all, whatever it says of itself (L37). */
class ArchiveTest {
    @Test
    void filesInFoldersAreCalledByTheirPathAndOthersAreLeftOut() {
        Delivered all = zip(zip -> {
            entry(zip, "summarize/", "");
            entry(zip, "summarize/system.md", "one");
            entry(zip, "improve/system.MARKDOWN", "two");
            entry(zip, "improve/picture.png", "three");
            entry(zip, "nested.zip", "PK\3\4");
            entry(zip, "__MACOSX/summarize/._system.md.bin", "four");
            entry(zip, "bad.md", "---\ntitle: [\n---\n");
        });
        assertThat(all.prompts)
                .containsExactly(
                        PromptContent.of("summarize/system", "one"), PromptContent.of("improve/system", "two"));
        assertThat(all.problems)
                .extracting(ImportProblem::place, ImportProblem::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("improve/picture.png", "not_carried_over"),
                        org.assertj.core.groups.Tuple.tuple("nested.zip", "not_carried_over"),
                        org.assertj.core.groups.Tuple.tuple("bad.md", "malformed"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../x.md", "a/../x.md", "a/..", "/x.md", "//x.md", "a//b.md", "./x.md", "a/./x.md", "C:x.md",
                        "C:\\x.md",
                "a\\..\\x.md", "\\\\host\\x.md", "x\n.md", "x\u0000.md", "\ufeffx.md", "x\u007f.md", "..", ".", "/",
                        "\u0085.md"
            })
    void aNameThatLeadsOutOfItIsRefused(String name) {
        assertRefused("name", zipped(zip -> {
            entry(zip, "good.md", "good");
            entry(zip, name, "bad");
        }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A.MD", "a.md/", "a.Md"})
    void aNameThatIsThereAlreadyIsRefused(String name) {
        assertRefused("twice", zipped(zip -> {
            entry(zip, "a.md", "one");
            entry(zip, name, "");
        }));
    }

    @Test
    void aNameThatDiffersInItsUnicodeFormOnlyIsRefused() {
        assertRefused("twice", zipped(zip -> {
            entry(zip, "caf\u00e9.md", "one");
            entry(zip, "cafe\u0301.md", "two");
        }));
    }

    @Test
    void aBombIsRefused() {
        assertRefused("inflates", zipped(zip -> entry(zip, "x.md", new byte[9_000_000])));
        assertRefused("inflates", zipped(zip -> {
            for (int i = 0; i < 5; i++) {
                entry(zip, i + ".bin", new byte[1_000_000]);
            }
        }));
        assertRefused("entry of more than", zipped(zip -> entry(zip, "x.md", noise(11_000_000))));
    }

    @Test
    void moreThan10000EntriesAreRefused() {
        assertThat(zip(zip -> {
                            for (int i = 0; i < Archive.ENTRIES_MAX; i++) {
                                entry(zip, i + ".md", "text " + i);
                            }
                        })
                        .prompts)
                .hasSize(Archive.ENTRIES_MAX);
        assertRefused("10000 entries", zipped(zip -> {
            for (int i = 0; i <= Archive.ENTRIES_MAX; i++) {
                entry(zip, i + ".md", "");
            }
        }));
    }

    @Test
    void entriesThatOverlapAreRefused() {
        byte[] one = zipped(zip -> entry(zip, "a.md", "text"));
        assertRefused("lists 2000 entries and has 1", listed(one, 2_000));
        assertRefused("lists 0 entries", listed(one, 0));
    }

    /** Whoever zips with -y has links in it, whose content is the name of what they lead to. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 600})
    void aLinkIsRefused(int filesAfterIt) {
        byte[] files = zipped(zip -> {
            entry(zip, "a.md", noise(3_000));
            entry(zip, "link.md", "../../secret.md");
            for (int i = 0; i < filesAfterIt; i++) {
                entry(zip, i + ".md", "text");
            }
        });
        assertThat(Delivered.of(Delivered.ZIP, "x", files).prompts).isNotEmpty();
        assertRefused("has the link 'link.md'", linked(files, "link.md"));
    }

    /** The archive with a file as a link, which only its directory says. */
    private static byte[] linked(byte[] archive, String name) {
        ByteBuffer bytes = ByteBuffer.wrap(archive.clone()).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < archive.length - 46; at++) {
            if (bytes.getInt(at) == 0x02014b50
                    && new String(archive, at + 46, bytes.getShort(at + 28), StandardCharsets.UTF_8).equals(name)) {
                bytes.put(at + 5, (byte) 3).putInt(at + 38, 0120777 << 16);
            }
        }
        return bytes.array();
    }

    @Test
    void sizesThatLieAreRefused() {
        byte[] stored = storedWithSize("0123456789", 10);
        assertThat(Delivered.of(Delivered.ZIP, "x", stored).prompts).hasSize(1);
        assertRefused("", storedWithSize("0123456789", 4));
        assertRefused("", storedWithSize("0123456789", 4_000));
        assertRefused("", storedWithSize("0123456789", Integer.MAX_VALUE));
    }

    @Test
    void whatIsCutOffOrNoArchiveIsRefused() {
        byte[] good = zipped(zip -> {
            entry(zip, "a.md", noise(3_000));
            entry(zip, "b.md", "text");
        });
        assertThat(Delivered.of(Delivered.ZIP, "x", good).problems).hasSize(1);
        for (int length = 0; length < good.length; length += 7) {
            assertRefused("", Arrays.copyOf(good, length));
        }
        assertRefused("", "no archive".getBytes(StandardCharsets.UTF_8));
        assertRefused("", Arrays.copyOf(good, good.length + 1));
        assertThat(zip(zip -> {}).prompts).isEmpty();
    }

    @Test
    void aFileThatIsNamedLikeAFolderIsRefusedNotForgotten() {
        assertThat(zip(zip -> entry(zip, "folder/", "")).prompts).isEmpty();
        assertRefused("holds bytes", zipped(zip -> entry(zip, "a.m/", "text")));
    }

    /** Whatever is changed about one, it is read or refused, and nothing else. */
    @Test
    void aMutatedArchiveIsReadOrRefused() {
        long seed = Long.getLong("cairn.seed", System.nanoTime());
        Random random = new Random(seed);
        byte[] good = Delivered.written(Delivered.ZIP, new RandomPrompts(seed).some(10));
        for (int round = 0; round < 1_000; round++) {
            byte[] file = good.clone();
            for (int i = random.nextInt(5); i >= 0; i--) {
                file[random.nextInt(file.length)] = (byte) random.nextInt(256);
            }
            try {
                Delivered all = Delivered.of(Delivered.ZIP, "x", file);
                assertThat(all.prompts.size() + all.problems.size())
                        .as("seed %d", seed)
                        .isEqualTo(10);
            } catch (Invalid refused) {
                assertThat(refused.code()).as("seed %d", seed).isEqualTo(ErrorCode.FORMAT);
            }
        }
    }

    private interface Filling {
        void fill(ZipOutputStream zip) throws IOException;
    }

    private static Delivered zip(Filling filling) {
        return Delivered.of(Delivered.ZIP, "x", zipped(filling));
    }

    private static byte[] zipped(Filling filling) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            filling.fill(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        entry(zip, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(7).nextBytes(noise);
        return noise;
    }

    /** The same archive, which says that it lists so many. */
    private static byte[] listed(byte[] archive, int count) {
        byte[] lying = archive.clone();
        ByteBuffer end = ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN);
        end.putShort(lying.length - 14, (short) count);
        end.putShort(lying.length - 12, (short) count);
        return lying;
    }

    /** An archive of one entry that is stored as it is, and says that it has so many bytes. */
    private static byte[] storedWithSize(String text, int size) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        byte[] archive = zipped(zip -> {
            ZipEntry entry = new ZipEntry("a.md");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(bytes.length);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(bytes);
            zip.closeEntry();
        });
        ByteBuffer head = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        head.putInt(18, size);
        head.putInt(22, size);
        return archive;
    }

    private static void assertRefused(String reason, byte[] archive) {
        assertThatThrownBy(() -> Delivered.of(Delivered.ZIP, "x", archive))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.code()).isEqualTo(ErrorCode.FORMAT))
                .hasMessageContaining(reason);
    }
}
