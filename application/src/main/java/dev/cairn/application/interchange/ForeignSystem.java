package dev.cairn.application.interchange;

import dev.cairn.domain.model.ProviderContent;
import dev.cairn.domain.model.ProviderKey;
import dev.cairn.domain.project.ProjectContent;
import dev.cairn.domain.user.UserContent;
import dev.cairn.domain.user.Username;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The database of another system, opened: what is in it, for as long as it is open. */
public interface ForeignSystem extends AutoCloseable {
    /**
     * One of its projects.
     *
     * @param id the file's own
     * @param members who works in it besides whoever imports it, by their user names
     */
    record ForeignProject(String id, ProjectContent content, List<String> members) {
        public ForeignProject {
            members = List.copyOf(members);
        }
    }

    /**
     * A provider of models.
     *
     * @param key in clear text, on its way to be sealed
     * @param active whether it may be asked
     */
    record ForeignProvider(
            String place, ProviderContent content, @Nullable ProviderKey key, boolean active) {
        /** What its default model is called where the file names none. */
        public static final String NO_MODEL = "unknown";
    }

    /** A human with an account, whose password nobody can check here. */
    record ForeignPerson(String place, Username username, UserContent content) {}

    /** In the order in which they were made; no two are called the same. */
    List<ForeignProject> projects();

    List<ForeignProvider> providers();

    List<ForeignPerson> people();

    /** What could not be carried over of that which is in no project. */
    List<ImportProblem> problems();

    /** Tells what is in a project, always the same. */
    void read(ForeignProject project, Consumer<Imported> sink);

    @Override
    void close();
}
