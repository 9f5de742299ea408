package dev.cairn.interchange;

import dev.cairn.application.interchange.ForeignSystem;
import dev.cairn.application.interchange.SystemFormat;
import dev.cairn.application.project.PlainPart;
import dev.cairn.sqlite.ForeignDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Promptliano's SQLite file, of any version: columns that it does not have say nothing. */
final class PromptlianoFormat implements SystemFormat {
    static final String NAME = "promptliano";

    private static final String EXPECTED = "Promptliano's SQLite database, with projects, tickets and ticket_tasks";

    private final List<PlainPart<?>> parts;

    PromptlianoFormat(List<PlainPart<?>> parts) {
        this.parts = List.copyOf(parts);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ForeignSystem open(InputStream file) throws IOException {
        SystemFile copy = SystemFile.copy(file, EXPECTED);
        boolean done = false;
        try {
            ForeignDatabase database = copy.open();
            SystemTables tables = new SystemTables(database, EXPECTED);
            tables.require(List.of("projects", "tickets", "ticket_tasks"));
            ForeignSystem system = new PromptlianoSystem(tables, new PlainParts(parts), () -> {
                database.close();
                copy.close();
            });
            done = true;
            return system;
        } finally {
            if (!done) {
                copy.close();
            }
        }
    }
}
