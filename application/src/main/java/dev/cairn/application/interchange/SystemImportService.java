package dev.cairn.application.interchange;

import dev.cairn.application.interchange.ForeignSystem.ForeignPerson;
import dev.cairn.application.interchange.ForeignSystem.ForeignProject;
import dev.cairn.application.interchange.SystemReport.Filled;
import dev.cairn.application.model.ProviderService;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.project.MemberService;
import dev.cairn.application.project.ProjectService;
import dev.cairn.application.user.AccountService;
import dev.cairn.application.user.UserService;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.DomainError;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.error.Unavailable;
import dev.cairn.domain.kernel.Archived;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectContent;
import dev.cairn.domain.project.ProjectFilter;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.Scope;
import dev.cairn.domain.user.User;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Imports the database of another system: its projects, and the providers and people outside of them (ADR 43). */
public final class SystemImportService {
    /** The number of imports at once: each has a database of its own open, and a copy of the file. */
    private static final int RUNNING_MAX = 2;

    private final Semaphore free = new Semaphore(RUNNING_MAX);
    private final List<SystemFormat> formats;
    private final ProjectRepository projects;
    private final ImportService imports;
    private final Makers makers;

    /** The use cases that create missing things. */
    public record Makers(
            ProjectService projects,
            ProviderService providers,
            UserService users,
            AccountService accounts,
            MemberService members) {}

    public SystemImportService(
            List<SystemFormat> formats, ProjectRepository projects, ImportService imports, Makers makers) {
        this.formats = List.copyOf(formats);
        this.projects = projects;
        this.imports = imports;
        this.makers = makers;
    }

    /** Returns the names of the formats, as clients give them. */
    public List<String> formats() {
        return formats.stream().map(SystemFormat::name).toList();
    }

    /**
     * Imports every project of the file into one of its own, which is known again by its name, or made under a key that is made of it.
     *
     * @param into the project that takes the only one of the file; null for one each
     * @throws Invalid {@code unknown_value} for an unknown format; {@code format} when the file is not of the format;
     *     {@code invalid} when {@code into} is to take several
     * @throws Conflict {@code import_running} also when two imports of other systems are running
     * @throws dev.cairn.domain.error.Denied for programs, which make neither providers nor people
     */
    public SystemReport run(Caller caller, @Nullable ProjectRef into, ImportRequest request, InputStream file)
            throws IOException {
        caller.require(Scope.WRITE).requireUnlimited().requirePerson();
        SystemFormat format = formats.stream()
                .filter(known -> known.name().equals(request.format()))
                .findFirst()
                .orElseThrow(() -> Invalid.of(
                        ErrorCode.UNKNOWN_VALUE, "format", "format must be one of " + String.join(", ", formats())));
        Project chosen = into == null ? null : projects.require(Access.write(caller), into);
        if (!free.tryAcquire()) {
            throw new Conflict(
                    ErrorCode.IMPORT_RUNNING,
                    "%d imports of other systems are running: try again when one has ended".formatted(RUNNING_MAX));
        }
        try {
            return run(caller, into, chosen, request, format, file);
        } finally {
            free.release();
        }
    }

    private SystemReport run(
            Caller caller,
            @Nullable ProjectRef into,
            @Nullable Project chosen,
            ImportRequest request,
            SystemFormat format,
            InputStream file)
            throws IOException {
        try (ForeignSystem system = format.open(file)) {
            List<ForeignProject> all = system.projects();
            if (into != null && all.size() != 1) {
                throw Invalid.of(
                        ErrorCode.INVALID,
                        "project",
                        "The file has %d projects, and one cannot take them: name none, and each gets its own"
                                .formatted(all.size()));
            }
            List<ImportProblem> problems = new ArrayList<>(system.problems());
            int providers = new ForeignProviders(makers.providers()).bring(caller, system.providers(), problems);
            int people = people(caller, system.people(), problems);
            List<Filled> filled = new ArrayList<>();
            for (ForeignProject each : all) {
                filled(caller, chosen, each, request, system, problems).ifPresent(filled::add);
            }
            return new SystemReport(filled, providers, people, problems);
        }
    }

    private Optional<Filled> filled(
            Caller caller,
            @Nullable Project chosen,
            ForeignProject foreign,
            ImportRequest request,
            ForeignSystem system,
            List<ImportProblem> problems)
            throws IOException {
        Project known = chosen == null ? named(caller, foreign.content().name()).orElse(null) : chosen;
        if (known != null && known.lifecycle().archived()) {
            problems.add(new ImportProblem(
                    "projects/" + foreign.id(),
                    "archived",
                    "%s is archived here; it was left alone".formatted(known.key())));
            return Optional.empty();
        }
        Project project = known == null ? created(caller, foreign, problems).orElse(null) : known;
        if (project == null) {
            return filled(caller, null, foreign, request, system, problems);
        }
        join(caller, project, foreign, problems);
        ImportReport report = imports.run(caller, project, request, new Reading() {
            @Override
            public void read(Consumer<Imported> sink) {
                system.read(foreign, sink);
            }

            @Override
            public long size() {
                return Long.MAX_VALUE;
            }
        });
        return Optional.of(new Filled(project.key().value(), project.content().name(), known == null, report));
    }

    private Optional<Project> named(Caller caller, String name) {
        ProjectFilter filter = new ProjectFilter(List.of(), Archived.ANY, name, null);
        PageRequest request = new PageRequest(PageRequest.LIMIT_MAX, null, Sort.by(Sort.asc("name")), false);
        while (true) {
            Page<Project> page = projects.page(Access.write(caller), filter, request);
            Optional<Project> found = page.items().stream()
                    .filter(project -> project.ownerId().equals(caller.userId())
                            && Text.uniqueKey(project.content().name()).equals(Text.uniqueKey(name)))
                    .findFirst();
            if (found.isPresent() || page.nextCursor() == null) {
                return found;
            }
            request = request.at(page.nextCursor());
        }
    }

    /** Makes the project; empty when another import has made it meanwhile. */
    private Optional<Project> created(Caller caller, ForeignProject foreign, List<ImportProblem> problems) {
        ProjectContent wanted = foreign.content();
        String name = wanted.name();
        int n = 1;
        while (true) {
            try {
                return Optional.of(
                        makers.projects().create(caller, new CreateProject(ForeignKeys.of(name, n), wanted)));
            } catch (Conflict e) {
                if (named(caller, name).isPresent()) {
                    return Optional.empty();
                } else if (e.code() == ErrorCode.PATH_TAKEN && wanted.localPath() != null) {
                    problems.add(new ImportProblem(
                            "projects/" + foreign.id(),
                            "not_carried_over",
                            "The folder %s belongs to another project here"
                                    .formatted(Text.excerpt(wanted.localPath()))));
                    wanted = wanted.withLocalPath(null);
                } else if (e.code() == ErrorCode.KEY_TAKEN && n < ForeignKeys.TRIES_MAX) {
                    n++;
                } else {
                    throw e;
                }
            }
        }
    }

    /** Adds the project's people as members if they have an account here. */
    private void join(Caller caller, Project project, ForeignProject foreign, List<ImportProblem> problems) {
        ProjectRef ref = ProjectRef.of(project.id());
        for (String name : foreign.members()) {
            attempt("projects/" + foreign.id(), problems, () -> {
                Id<User> user = makers.users().named(caller, name);
                if (!user.equals(project.ownerId()) && !isMember(caller, ref, user)) {
                    var _ = makers.members().put(caller, ref, user, Role.EDITOR);
                }
            });
        }
    }

    private boolean isMember(Caller caller, ProjectRef project, Id<User> user) {
        try {
            return makers.members().get(caller, project, user) != null;
        } catch (NotFound e) {
            return false;
        }
    }

    private int people(Caller caller, List<ForeignPerson> brought, List<ImportProblem> problems) {
        int made = 0;
        for (ForeignPerson each : brought) {
            if (!isHere(caller, each)
                    && attempt(each.place(), problems, () -> {
                        var _ = makers.accounts().addLocked(caller, each.username(), each.content());
                    })) {
                made++;
            }
        }
        return made;
    }

    private boolean isHere(Caller caller, ForeignPerson person) {
        try {
            return makers.users().named(caller, person.username().value()) != null;
        } catch (NotFound e) {
            return false;
        }
    }

    /** Runs a change; reports a refusal as a problem of this thing, and returns false then. */
    static boolean attempt(String place, List<ImportProblem> problems, Runnable change) {
        try {
            change.run();
            return true;
        } catch (Unavailable e) {
            throw e;
        } catch (DomainError e) {
            problems.add(new ImportProblem(place, "not_carried_over", e.reason()));
            return false;
        }
    }
}
