package dev.cairn.interchange;

import dev.cairn.application.interchange.ForeignSystem;
import dev.cairn.application.interchange.SystemFormat;
import dev.cairn.application.project.PlainPart;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * The SQLite file of another system, of any version: tables and columns that it does not have say nothing.
 *
 * @param folder where the file is copied to
 * @param expected what it should be, for a refusal
 * @param required tables that every version has
 */
record DatabaseFormat(
        String name, ImportFolder folder, String expected, List<String> required, SystemFile.Reader reader)
        implements SystemFormat {
    static DatabaseFormat promptliano(List<PlainPart<?>> parts, ImportFolder folder) {
        return new DatabaseFormat(
                "promptliano",
                folder,
                "Promptliano's SQLite database, with projects, tickets and ticket_tasks",
                List.of("projects", "tickets", "ticket_tasks"),
                (tables, end) -> new PromptlianoSystem(tables, new PlainParts(parts), end));
    }

    static DatabaseFormat projectWiz(List<PlainPart<?>> parts, ImportFolder folder) {
        return new DatabaseFormat(
                "projectwiz",
                folder,
                "Project Wiz's SQLite database, with users, projects and messages",
                List.of("users", "projects", "messages"),
                (tables, end) -> new ProjectWizSystem(tables, new PlainParts(parts), end));
    }

    @Override
    public ForeignSystem open(InputStream file) throws IOException {
        return SystemFile.opened(this, file);
    }
}
