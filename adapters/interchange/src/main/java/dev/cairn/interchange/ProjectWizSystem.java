package dev.cairn.interchange;

import dev.cairn.application.interchange.ForeignSystem;
import dev.cairn.application.interchange.ImportProblem;
import dev.cairn.application.interchange.Imported;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.model.BaseUrl;
import dev.cairn.domain.model.ProviderContent;
import dev.cairn.domain.model.ProviderType;
import dev.cairn.domain.project.ProjectContent;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserContent;
import dev.cairn.domain.user.Username;
import dev.cairn.interchange.Problems.Code;
import dev.cairn.sqlite.ForeignDatabase.Where;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is in a database of Project Wiz. */
final class ProjectWizSystem implements ForeignSystem {
    /** The project of what is in none: of direct messages, and of what agents remember. */
    private static final String LOOSE = "";

    private static final String PROJECTS = "projects";
    private static final Set<String> TABLES = Set.of(
            "users",
            "accounts",
            PROJECTS,
            "project_users",
            "project_agents",
            "project_channels",
            "channels",
            "direct_messages",
            "direct_message_participants",
            "conversations",
            "conversation_participants",
            "messages",
            "llm_providers",
            "agents",
            "memory",
            "agent_memory",
            "team_memory",
            "project_memory",
            "agent_memories",
            "issues",
            "issue_comments");

    private final SystemTables tables;
    private final PlainParts parts;
    private final Runnable end;
    private final Map<String, ProjectWizPerson> users = new HashMap<>();
    private final Map<String, String> usernames = new HashMap<>();
    private final Map<String, String> providerNames = new HashMap<>();
    private final List<ImportProblem> found = new ArrayList<>();
    private final List<ForeignProject> projects = new ArrayList<>();
    private final List<ForeignProvider> providers = new ArrayList<>();
    private final List<ForeignPerson> people = new ArrayList<>();
    private final boolean hasLoose;

    /** Somebody who said something. */
    record ProjectWizPerson(String name, boolean agent, boolean gone) {}

    ProjectWizSystem(SystemTables tables, PlainParts parts, Runnable end) {
        this.tables = tables;
        this.parts = parts;
        this.end = end;
        Problems problems = new Problems(each -> {
            if (each instanceof ImportProblem problem) {
                found.add(problem);
            }
        });
        List.of("source_id", "conversation_id").forEach(column -> tables.index("messages", column));
        tables.index("issue_comments", "issue_id");
        tables.rows("users", Where.ALL, List.of("created_at", "id"), problems, this::user);
        tables.rows("accounts", Where.ALL, List.of("created_at", "id"), problems, (_, row) -> account(row));
        Set<String> names = new HashSet<>();
        tables.rows(PROJECTS, Where.ALL, List.of("created_at", "id"), problems, (id, row) -> project(id, row, names));
        hasLoose = tables.count("direct_messages", Where.ALL) > 0
                || tables.count("agent_memories", Where.ALL) > 0
                || tables.count("agent_memory", Where.ALL) > 0
                || (tables.has("conversations")
                        && (!tables.has("conversations", "project_id") || tables.count("conversations", loose()) > 0));
        if (hasLoose && projects.size() != 1) {
            projects.add(new ForeignProject(
                    LOOSE, ProjectContent.named(SystemWords.unique("Project Wiz", names)), List.of()));
        }
        Set<String> taken = new HashSet<>();
        tables.rows(
                "llm_providers",
                Where.ALL,
                List.of("created_at", "id"),
                problems,
                (id, row) -> provider(id, row, taken));
        tables.nameDangling("project_channels", "project_id", PROJECTS, problems);
        tables.nameDangling("issues", "project_id", PROJECTS, problems);
        tables.nameOthers(TABLES, problems);
        problems.reportLosses();
    }

    static Where loose() {
        return Where.dangling("project_id", PROJECTS);
    }

    @Override
    public List<ForeignProject> projects() {
        return List.copyOf(projects);
    }

    @Override
    public List<ForeignProvider> providers() {
        return List.copyOf(providers);
    }

    @Override
    public List<ForeignPerson> people() {
        return List.copyOf(people);
    }

    @Override
    public List<ImportProblem> problems() {
        return List.copyOf(found);
    }

    @Override
    public void read(ForeignProject project, Consumer<Imported> sink) {
        Problems problems = new Problems(sink);
        boolean takesLoose = hasLoose && (project.id().equals(LOOSE) || projects.size() == 1);
        new ProjectWizProject(tables, parts, users, providerNames, sink, problems)
                .read(project.id().equals(LOOSE) ? null : project.id(), takesLoose);
        problems.reportLosses();
    }

    @Override
    public void close() {
        end.run();
    }

    private void user(String id, Source row) {
        String name = Objects.requireNonNullElse(row.text("name"), "User " + id);
        boolean agent = "agent".equals(row.text("type"));
        users.put(
                id,
                new ProjectWizPerson(
                        Fitting.shortened(Text.trimmed(name), User.NAME_MAX),
                        agent,
                        row.rest().hasNonNull("deactivated_at")));
        row.dropEmpty();
        row.loseRest("users");
    }

    /** Whose password is a hash of another kind: nobody can log in with it here. */
    private void account(Source row) {
        String user = row.text("user_id");
        String username = row.text("username");
        row.loseRest("accounts");
        ProjectWizPerson person = user == null ? null : users.get(user);
        if (person == null || username == null) {
            row.problems().report(row.place(), Code.DANGLING, "Its user is not there");
            return;
        }
        try {
            Username checked = new Username(username);
            usernames.put(user, checked.value());
            people.add(new ForeignPerson(row.place(), checked, UserContent.named(person.name())));
        } catch (Invalid e) {
            row.problems().report(row.place(), Code.MALFORMED, "Left out: " + Problems.reason(e));
        }
    }

    private void project(String id, Source row, Set<String> names) {
        Fitting fit = new Fitting(row.place(), row.rest(), row.problems());
        String name = fit.text(
                "name", Objects.requireNonNullElse(row.text("name"), "Project " + id), ProjectContent.NAME_MAX);
        if (row.rest().hasNonNull("deactivated_at")) {
            row.problems().report(row.place(), Code.NOT_CARRIED_OVER, "It was deleted there: left out with all in it");
            return;
        }
        Set<String> members = new LinkedHashSet<>();
        member(row.text("owner_id"), members);
        tables.rows("project_users", SystemTables.of("project_id", id), List.of(), row.problems(), (_, each) -> {
            if (!each.rest().hasNonNull("left_at")) {
                member(each.text("user_id"), members);
            }
            each.rest().remove("project_id");
            each.dropEmpty();
            each.loseRest("project_users");
        });
        ProjectContent content = new ProjectContent(
                SystemWords.unique(name, names),
                fit.text(
                        "description",
                        Objects.requireNonNullElse(row.text("description"), ""),
                        ProjectContent.DESCRIPTION_MAX),
                location(row, "local_path"),
                location(row, "git_url"),
                location(row, "branch"));
        row.dropEmpty();
        row.loseRest(PROJECTS);
        projects.add(new ForeignProject(id, content, List.copyOf(members)));
    }

    private void member(@Nullable String user, Set<String> members) {
        String username = user == null ? null : usernames.get(user);
        if (username != null) {
            members.add(username);
        }
    }

    private static @Nullable String location(Source row, String column) {
        String text = row.peek(column);
        if (text == null || !Fitting.fits(text, ProjectContent.LOCATION_MAX)) {
            return null;
        }
        row.rest().remove(column);
        return text;
    }

    /** Its key was sealed by Project Wiz, and stays there. */
    private void provider(String id, Source row, Set<String> taken) {
        String name = Objects.requireNonNullElse(row.text("name"), "Provider " + id);
        ProviderType type = SystemWords.type(Objects.requireNonNullElse(row.text("type"), "custom"));
        String url = row.text("base_url");
        String model = Objects.requireNonNullElse(row.text("default_model"), "unknown");
        boolean active = !row.rest().hasNonNull("deactivated_at");
        if (row.rest().hasNonNull("api_key")) {
            row.problems()
                    .report(
                            row.place(),
                            Code.NOT_CARRIED_OVER,
                            "api_key: it is encrypted; give the provider its key here");
        }
        boolean isDefault = SystemWords.flag(row.rest().get("is_default"));
        row.rest().remove(List.of("api_key", "is_default", "deactivated_at"));
        row.dropEmpty();
        row.loseRest("llm_providers");
        try {
            ProviderContent content = new ProviderContent(
                    SystemWords.unique(Fitting.shortened(Text.trimmed(name), ProviderContent.NAME_MAX), taken),
                    type,
                    url == null ? null : new BaseUrl(url),
                    Fitting.shortened(model, ProviderContent.MODEL_MAX),
                    null,
                    null);
            // The first one becomes the default where there is none yet.
            providers.add(isDefault ? 0 : providers.size(), new ForeignProvider(row.place(), content, null, active));
            providerNames.put(id, content.name());
        } catch (Invalid e) {
            row.problems().report(row.place(), Code.MALFORMED, "Left out: " + Problems.reason(e));
        }
    }
}
