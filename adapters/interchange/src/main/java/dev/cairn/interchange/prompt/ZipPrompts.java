package dev.cairn.interchange.prompt;

import dev.cairn.application.interchange.ImportProblem;
import dev.cairn.application.prompt.PromptFormat;
import dev.cairn.domain.prompt.PromptContent;
import dev.cairn.interchange.parse.Archive;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Prompts as an archive of Markdown files, one in each. */
final class ZipPrompts implements PromptFormat {
    /** The time of all entries, so that the same prompts give the same bytes. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final int NAME_MAX = 80;
    private static final Pattern UNFIT = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    /** The folder of resource forks that macOS adds. */
    private static final String RESOURCE_FORKS = "__MACOSX/";

    @Override
    public String name() {
        return "zip";
    }

    @Override
    public void read(InputStream file, String fileName, Consumer<Found> sink) throws IOException {
        new Archive(file).entries((name, content) -> {
            if (MarkdownPrompts.isMarkdown(name)) {
                String title = MarkdownPrompts.title(name);
                new MarkdownReader(content, title, line -> line == 1 ? name : name + ":" + line, sink).read();
            } else if (!name.startsWith(RESOURCE_FORKS)) {
                sink.accept(new Refused(
                        new ImportProblem(name, "not_carried_over", "Left out: its name does not end in .md")));
            }
        });
    }

    @Override
    public void write(Iterable<PromptContent> prompts, OutputStream out) throws IOException {
        Set<String> names = new HashSet<>();
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (PromptContent prompt : prompts) {
            ZipEntry entry = new ZipEntry(name(prompt.title(), names));
            entry.setTimeLocal(TIME);
            zip.putNextEntry(entry);
            zip.write((FrontMatter.of(prompt, false) + prompt.content()).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        zip.finish();
    }

    /** Makes a name of letters, digits and hyphens; the title itself is in the file. */
    private static String name(String title, Set<String> taken) {
        String words =
                UNFIT.matcher(Normalizer.normalize(title, Normalizer.Form.NFC)).replaceAll("-");
        String cut = words.substring(
                0, words.offsetByCodePoints(0, Math.min(NAME_MAX, words.codePointCount(0, words.length()))));
        String base = cut.replaceAll("^-+|-+$", "");
        String wanted = base.isEmpty() ? "prompt" : base;
        String name = wanted;
        for (int i = 2; !taken.add(Archive.nameKey(name)); i++) {
            name = wanted + "-" + i;
        }
        return name + ".md";
    }
}
