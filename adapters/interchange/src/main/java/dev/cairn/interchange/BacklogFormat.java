package dev.cairn.interchange;

import dev.cairn.application.artifact.CreateArtifact;
import dev.cairn.application.interchange.Imported;
import dev.cairn.application.interchange.ImportedArtifact;
import dev.cairn.application.interchange.TrackerFormat;
import dev.cairn.domain.artifact.ArtifactContent;
import dev.cairn.domain.artifact.ArtifactFormat;
import dev.cairn.domain.artifact.ArtifactStatus;
import dev.cairn.domain.artifact.ArtifactType;
import dev.cairn.domain.artifact.RevisionText;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Text;
import dev.cairn.interchange.BacklogFile.Shelf;
import dev.cairn.interchange.Problems.Code;
import dev.cairn.interchange.parse.Archive;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A folder of Backlog.md in a ZIP archive: tasks, those that are completed, drafted or archived, decisions and documents. */
final class BacklogFormat implements TrackerFormat {
    private static final String EXPECTED = "a ZIP archive of the folder of Backlog.md, with tasks/*.md";
    /** The paths that are read, with or without folders around them. */
    private static final Pattern FILE = Pattern.compile(
            "(?:.*/)??(tasks|completed|drafts|archive/tasks|archive/drafts|archive/milestones|milestones|decisions|docs)/(.*[^/]\\.md)");

    private static final String RESOURCE_FORKS = "__MACOSX/";
    private static final int LOOK_BYTES = 4;

    @Override
    public String name() {
        return "backlog";
    }

    @Override
    public void read(InputStream file, Consumer<Imported> sink) throws IOException {
        PushbackInputStream in = new PushbackInputStream(file, LOOK_BYTES);
        byte[] start = in.readNBytes(LOOK_BYTES);
        if (start.length < LOOK_BYTES || start[0] != 'P' || start[1] != 'K') {
            throw Problems.notOfFormat(EXPECTED, start.length == 0 ? "an empty file" : "something else");
        }
        in.unread(start);
        new Reading(sink).read(in);
    }

    private static final class Reading {
        private final Consumer<Imported> sink;
        private final Problems problems;
        private final FileIds ids = new FileIds();
        private boolean recognised;

        Reading(Consumer<Imported> sink) {
            this.sink = sink;
            this.problems = new Problems(sink);
        }

        void read(InputStream file) throws IOException {
            new Archive(file).entries((name, content) -> {
                if (!name.startsWith(RESOURCE_FORKS)) {
                    file(name, content);
                }
            });
            if (!recognised) {
                throw Problems.notOfFormat(EXPECTED, "an archive without one");
            }
            problems.reportLosses();
        }

        private void file(String name, InputStream content) throws IOException {
            Matcher known = FILE.matcher(name);
            if (!known.matches() || known.group(2).equalsIgnoreCase("readme.md")) {
                problems.report(name, Code.NOT_CARRIED_OVER, "Left out: it is no task, decision or document");
                return;
            }
            byte[] bytes = content.readAllBytes();
            if (Utf8.firstBad(bytes) > 0) {
                problems.report(name, Code.MALFORMED, "Left out: byte %d is not UTF-8".formatted(Utf8.firstBad(bytes)));
                return;
            }
            String text = EntryReader.clean(new String(bytes, StandardCharsets.UTF_8));
            try {
                delivered(name, known.group(1), known.group(2), text);
            } catch (Invalid e) {
                problems.report(name, Code.MALFORMED, "Left out: " + Problems.reason(e));
            }
        }

        private void delivered(String name, String folder, String title, String text) {
            Shelf shelf = switch (folder) {
                case "tasks" -> Shelf.TASKS;
                case "completed" -> Shelf.COMPLETED;
                case "drafts" -> Shelf.DRAFTS;
                case "archive/tasks" -> Shelf.ARCHIVED_TASKS;
                case "archive/drafts" -> Shelf.ARCHIVED_DRAFTS;
                default -> null;
            };
            if (shelf == null) {
                document(name, folder, title, text);
            } else {
                sink.accept(new BacklogTask(BacklogFile.of(name, text, problems), shelf, ids).ticket());
                recognised = true;
            }
        }

        /** A document, whole: its front matter is a part of it. */
        private void document(String name, String folder, String title, String text) {
            if (text.getBytes(StandardCharsets.UTF_8).length > RevisionText.BYTES_MAX) {
                problems.report(name, Code.NOT_CARRIED_OVER, "Left out: it is larger than an artifact may be");
                return;
            }
            String whole = folder + "/" + title.substring(0, title.length() - ".md".length());
            sink.accept(new ImportedArtifact(
                    new CreateArtifact(
                            ArtifactType.DOCUMENT,
                            Fitting.shortened(Text.trimmed(whole), ArtifactContent.TITLE_MAX),
                            ArtifactFormat.MARKDOWN,
                            RevisionText.of(text)),
                    ArtifactStatus.DRAFT));
        }
    }
}
