package dev.cairn.interchange;

import dev.cairn.application.interchange.ForeignSystem;
import dev.cairn.application.interchange.SystemFormat;
import dev.cairn.application.project.PlainPart;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Promptliano's SQLite file, of any version: columns that it does not have say nothing. */
final class PromptlianoFormat implements SystemFormat {
    private static final String EXPECTED = "Promptliano's SQLite database, with projects, tickets and ticket_tasks";

    private final List<PlainPart<?>> parts;

    PromptlianoFormat(List<PlainPart<?>> parts) {
        this.parts = List.copyOf(parts);
    }

    @Override
    public String name() {
        return "promptliano";
    }

    @Override
    public ForeignSystem open(InputStream file) throws IOException {
        return SystemFile.opened(
                file,
                EXPECTED,
                List.of("projects", "tickets", "ticket_tasks"),
                (tables, end) -> new PromptlianoSystem(tables, new PlainParts(parts), end));
    }
}
