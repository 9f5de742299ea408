package dev.cairn.interchange;

import dev.cairn.application.interchange.ForeignSystem;
import dev.cairn.application.interchange.SystemFormat;
import dev.cairn.application.project.PlainPart;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Project Wiz's SQLite file, of any version: tables and columns that it does not have say nothing. */
final class ProjectWizFormat implements SystemFormat {
    private static final String EXPECTED = "Project Wiz's SQLite database, with users, projects and messages";

    private final List<PlainPart<?>> parts;

    ProjectWizFormat(List<PlainPart<?>> parts) {
        this.parts = List.copyOf(parts);
    }

    @Override
    public String name() {
        return "projectwiz";
    }

    @Override
    public ForeignSystem open(InputStream file) throws IOException {
        return SystemFile.opened(
                file,
                EXPECTED,
                List.of("users", "projects", "messages"),
                (tables, end) -> new ProjectWizSystem(tables, new PlainParts(parts), end));
    }
}
