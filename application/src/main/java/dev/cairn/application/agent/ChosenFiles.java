package dev.cairn.application.agent;

import dev.cairn.domain.file.ProjectFile;
import java.util.List;

/** The files that an agent and its asker selected in the project (T1, R52). */
record ChosenFiles(List<ProjectFile> files) {
    static final ChosenFiles NONE = new ChosenFiles(List.of());
    /** The most files that are named; the text tells how many more there are. */
    static final int FILES_MAX = 50;
    /** The most characters of the text. */
    static final int TEXT_MAX = 10_000;

    ChosenFiles {
        files = List.copyOf(files);
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    /** Returns the files for the agent's prompt, one to a line, as far as there is room. */
    String text() {
        StringBuilder text = new StringBuilder("Files that were selected for this:");
        int named = 0;
        for (ProjectFile file : files) {
            String line = "\n- " + line(file);
            if (named == FILES_MAX || text.length() + line.length() > TEXT_MAX) {
                return text.append("\n- … and %d more".formatted(files.size() - named))
                        .toString();
            }
            text.append(line);
            named++;
        }
        return text.toString();
    }

    private static String line(ProjectFile file) {
        String line = file.summary() == null ? file.path() : file.path() + ": " + file.summary();
        return line.replaceAll("[\\s\\p{Cntrl}]+", " ");
    }
}
