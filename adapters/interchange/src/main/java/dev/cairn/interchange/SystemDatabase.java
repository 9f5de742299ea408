package dev.cairn.interchange;

import dev.cairn.application.interchange.ForeignSystem;
import dev.cairn.application.interchange.ImportProblem;
import dev.cairn.application.interchange.ImportReport;
import dev.cairn.application.interchange.Imported;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.model.BaseUrl;
import dev.cairn.domain.model.ProviderContent;
import dev.cairn.domain.model.ProviderKey;
import dev.cairn.domain.model.ProviderType;
import dev.cairn.domain.project.ProjectContent;
import dev.cairn.interchange.Problems.Code;
import dev.cairn.sqlite.ForeignDatabase.Where;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The parts that databases of other systems share: projects, rows outside of all projects, and providers. */
abstract sealed class SystemDatabase implements ForeignSystem permits ProjectWizSystem, PromptlianoSystem {
    static final String PROJECTS = "projects";
    /** The id of the project for rows outside of all projects. */
    private static final String LOOSE = "";

    final SystemTables tables;
    final PlainParts parts;
    /** Collects the problems that are found while the database is opened. */
    final Problems problems;

    private final Runnable end;
    private final List<ImportProblem> found = new ArrayList<>();
    private final List<ForeignProject> projects = new ArrayList<>();
    private final List<ForeignProvider> providers = new ArrayList<>();
    private final Set<String> projectNames = new HashSet<>();
    private final Set<String> providerNames = new HashSet<>();
    private boolean hasLoose;

    /** @param end closes the tables */
    SystemDatabase(SystemTables tables, PlainParts parts, Runnable end) {
        this.tables = tables;
        this.parts = parts;
        this.end = end;
        this.problems = new Problems(each -> {
            if (each instanceof ImportProblem problem && found.size() < ImportReport.PROBLEMS_MAX) {
                found.add(problem);
            }
        });
    }

    /** A row of a model provider. */
    record ProviderRow(
            String name,
            ProviderType type,
            @Nullable String url,
            String model,
            @Nullable String secretEnv,
            @Nullable ProviderKey key,
            boolean active,
            boolean isDefault) {}

    /** Rows that are in none of the projects. */
    static Where loose() {
        return Where.dangling("project_id", PROJECTS);
    }

    /** Answers a name that no project before has; now this one has it. */
    final String uniqueProjectName(String name) {
        return SystemWords.unique(name, projectNames);
    }

    final void add(ForeignProject project) {
        projects.add(project);
    }

    /** Adds a project of this name for rows outside of all projects, unless there is exactly one project to take them. */
    final void addLoose(String name) {
        hasLoose = true;
        if (projects.size() != 1) {
            projects.add(new ForeignProject(LOOSE, ProjectContent.named(uniqueProjectName(name)), List.of()));
        }
    }

    /** Adds a provider; returns its unique name, or null when it is left out, which is reported. */
    final @Nullable String add(Source row, ProviderRow provider) {
        try {
            String name = Fitting.shortened(Text.trimmed(provider.name()), ProviderContent.NAME_MAX);
            ProviderContent content = new ProviderContent(
                    SystemWords.unique(name, providerNames),
                    provider.type(),
                    provider.url() == null ? null : new BaseUrl(provider.url()),
                    Fitting.shortened(provider.model(), ProviderContent.MODEL_MAX),
                    provider.secretEnv(),
                    null);
            // The first one becomes the default where there is none yet.
            providers.add(
                    provider.isDefault() ? 0 : providers.size(),
                    new ForeignProvider(row.place(), content, provider.key(), provider.active()));
            return content.name();
        } catch (Invalid e) {
            row.report(Code.MALFORMED, "Left out: " + Problems.reason(e));
            return null;
        }
    }

    /**
     * Tells what is in one project.
     *
     * @param project its id; null for what is in none
     * @param takesLoose whether what is in none is told
     */
    abstract void read(@Nullable String project, boolean takesLoose, Consumer<Imported> sink, Problems told);

    @Override
    public final void read(ForeignProject project, Consumer<Imported> sink) {
        Problems told = new Problems(sink);
        boolean isLoose = project.id().equals(LOOSE);
        read(isLoose ? null : project.id(), hasLoose && (isLoose || projects.size() == 1), sink, told);
        told.reportLosses();
    }

    @Override
    public final List<ForeignProject> projects() {
        return List.copyOf(projects);
    }

    @Override
    public final List<ForeignProvider> providers() {
        return List.copyOf(providers);
    }

    @Override
    public List<ForeignPerson> people() {
        return List.of();
    }

    @Override
    public final List<ImportProblem> problems() {
        return List.copyOf(found);
    }

    @Override
    public final void close() {
        end.run();
    }
}
