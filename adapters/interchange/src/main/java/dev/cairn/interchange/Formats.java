package dev.cairn.interchange;

import dev.cairn.application.interchange.ExportWriter;
import dev.cairn.application.interchange.SystemFormat;
import dev.cairn.application.interchange.TrackerFormat;
import dev.cairn.application.project.PlainPart;
import dev.cairn.application.prompt.PromptFormat;
import dev.cairn.interchange.prompt.PromptFormats;
import java.time.Clock;
import java.util.List;

/** All formats that Cairn reads, and the one that it writes. */
public final class Formats {
    private Formats() {}

    /**
     * @param clock says whether the day has come until which work was put off
     * @param parts of a project that Cairn's own format carries, besides those it knows
     */
    public static List<TrackerFormat> all(Clock clock, List<PlainPart<?>> parts) {
        return List.of(
                new TaskMasterFormat(),
                new BeadsFormat(clock),
                new GithubFormat(),
                new BacklogFormat(),
                new CairnFormat(parts));
    }

    /**
     * Databases of the systems that Cairn replaces.
     *
     * @param parts as {@link #all}
     * @param folder where their files are copied to
     */
    public static List<SystemFormat> systems(List<PlainPart<?>> parts, ImportFolder folder) {
        return List.of(DatabaseFormat.promptliano(parts, folder), DatabaseFormat.projectWiz(parts, folder));
    }

    /** Kinds of files that prompts come in. */
    public static List<PromptFormat> prompts() {
        return PromptFormats.ALL;
    }

    public static ExportWriter exportWriter() {
        return new CairnWriter();
    }
}
