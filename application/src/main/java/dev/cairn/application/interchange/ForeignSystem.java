package dev.cairn.application.interchange;

import dev.cairn.domain.model.ProviderContent;
import dev.cairn.domain.model.ProviderKey;
import dev.cairn.domain.project.ProjectContent;
import dev.cairn.domain.user.UserContent;
import dev.cairn.domain.user.Username;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The open database of another system. */
public interface ForeignSystem extends AutoCloseable {
    /**
     * A project of the other system.
     *
     * @param id the file's own
     * @param members the user names of those who work in the project, besides the importing user
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
        /** The default model of a provider for which the file names none. */
        public static final String NO_MODEL = "unknown";
    }

    /** A human with an account, whose password cannot be checked here. */
    record ForeignPerson(String place, Username username, UserContent content) {}

    /** Answers the projects in the order of their creation; their names are distinct. */
    List<ForeignProject> projects();

    List<ForeignProvider> providers();

    List<ForeignPerson> people();

    /** Answers the problems of things outside of projects that cannot be imported. */
    List<ImportProblem> problems();

    /** Delivers the entries of a project; repeated calls deliver the same. */
    void read(ForeignProject project, Consumer<Imported> sink);

    @Override
    void close();
}
