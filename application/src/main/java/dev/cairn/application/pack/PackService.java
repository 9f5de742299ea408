package dev.cairn.application.pack;

import dev.cairn.application.file.FolderRules;
import dev.cairn.application.file.Folders;
import dev.cairn.application.file.OpenFolder;
import dev.cairn.application.file.OpenFolder.Content;
import dev.cairn.application.port.TokenCounter;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.file.ProjectFolder;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.prompt.Prompt;
import dev.cairn.domain.setting.SettingHome;
import dev.cairn.domain.setting.SystemSettings;
import dev.cairn.domain.ticket.Comment;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketWithTasks;
import dev.cairn.domain.user.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes packs: reads the store once, then as much of conversations and of the folder's files as has room, then writes
 * the text. Changes nothing.
 */
public final class PackService {
    /** The most characters of files that one pack reads; further files are left out unread. */
    static final int READ_MAX = 16_000_000;

    private final UnitOfWork work;
    private final PackStores stores;
    private final PackedFiles files;
    private final Folders folders;
    private final TokenCounter counter;
    private final PackedTalk talk;

    public PackService(UnitOfWork work, PackStores stores, PackedFiles files, Folders folders, TokenCounter counter) {
        this.work = work;
        this.stores = stores;
        this.files = files;
        this.folders = folders;
        this.counter = counter;
        this.talk = new PackedTalk(work, stores.messages());
    }

    /** The data that one read of the store found. */
    private record Found(
            Project project,
            @Nullable ProjectFolder folder,
            FolderRules rules,
            List<Section> sections,
            List<Conversation> conversations,
            List<PackedFiles.Wanted> files) {}

    /**
     * Makes a pack of tickets, prompts, conversations and files, in this order. Selected files come before files
     * relevant to the tickets, both by relevance (L34).
     *
     * @throws dev.cairn.domain.error.NotFound {@code not_found} for whatever is named and is not there, or not for the caller
     * @throws Conflict {@code other_project} for a ticket, prompt or conversation of another one
     * @throws dev.cairn.domain.error.Denied {@code role_required} when no editor names a file that the index leaves out
     */
    public Pack pack(Caller caller, ProjectRef ref, PackRequest request) {
        return pack(caller, ref, request, false);
    }

    /** Makes a pack as {@link #pack} does; for a file that the index leaves out, it fails with {@code not_found}. */
    public Pack packIndexed(Caller caller, ProjectRef ref, PackRequest request) {
        return pack(caller, ref, request, true);
    }

    private Pack pack(Caller caller, ProjectRef ref, PackRequest request, boolean indexedOnly) {
        Found found = work.read(() -> find(caller, ref, request, indexedOnly));
        Packing packing = new Packing(
                request.writtenAs(), counter, request.budget(), found.project().key());
        found.sections().forEach(packing::add);
        found.conversations().forEach(conversation -> talk.add(conversation, packing));
        read(found, packing);
        return packing.pack(request.writtenAs());
    }

    private Found find(Caller caller, ProjectRef ref, PackRequest request, boolean indexedOnly) {
        Access access = Access.read(caller);
        Project project = stores.projects().require(access, ref);
        List<Section> sections = new ArrayList<>();
        List<Ticket> tickets = new ArrayList<>();
        List<TicketWithTasks> shown = request.tickets().stream()
                .map(ticket -> stores.tickets().requireWithTasks(access, ticket))
                .toList();
        Map<Id<Ticket>, List<Comment>> comments =
                stores
                        .comments()
                        .findByTickets(
                                shown.stream().map(each -> each.ticket().id()).toList())
                        .stream()
                        .collect(Collectors.groupingBy(Comment::ticketId));
        for (TicketWithTasks each : shown) {
            Ticket ticket = each.ticket();
            requireIn(project, ticket.projectId(), "ticket", ticket.key());
            tickets.add(ticket);
            sections.add(Sections.of(each, comments.getOrDefault(ticket.id(), List.of())));
        }
        for (Id<Prompt> id : request.prompts()) {
            Prompt prompt = stores.prompts().require(access, id);
            if (prompt.projectId() != null) {
                requireIn(project, prompt.projectId(), "prompt", id);
            }
            sections.add(Sections.of(prompt));
        }
        List<Conversation> conversations = new ArrayList<>();
        for (Id<Conversation> id : request.conversations()) {
            Conversation conversation = stores.conversations().require(access, id);
            requireIn(project, conversation.projectId(), "conversation", id);
            conversations.add(conversation);
        }
        Optional<ProjectFolder> folder = stores.folders().find(project.id());
        return new Found(
                project,
                folder.orElse(null),
                rules(),
                sections,
                conversations,
                files.wanted(caller, project, request, tickets, indexedOnly));
    }

    /** What the index does not have is in a pack only when an editor names it: whether it holds secrets is theirs to know. */
    private FolderRules rules() {
        SystemSettings system = SystemSettings.of(stores.settings().all(SettingHome.SYSTEM));
        return new FolderRules(system.indexFileBytes(), List.of());
    }

    private static void requireIn(Project project, @Nullable Id<Project> other, String kind, Object name) {
        if (!project.id().equals(other)) {
            throw new Conflict(
                    ErrorCode.OTHER_PROJECT,
                    "The %s %s is not in the project %s".formatted(kind, name, project.key()),
                    Map.of());
        }
    }

    private void read(Found found, Packing packing) {
        ProjectFolder folder = found.folder();
        if (folder == null || found.files().isEmpty()) {
            found.files().forEach(file -> packing.leave(left(file, LeftOut.Reason.UNREADABLE)));
            return;
        }
        int length = 0;
        try (OpenFolder open = folders.open(folder.root(), found.rules())) {
            for (PackedFiles.Wanted file : found.files()) {
                if (length > READ_MAX) {
                    packing.leave(left(file, LeftOut.Reason.UNREAD));
                    continue;
                }
                switch (open.read(file.path())) {
                    case Content.Text text -> {
                        length += text.text().length();
                        packing.add(Sections.file(file.path(), file.indexed(), text.text()));
                    }
                    case Content.None _ -> packing.leave(left(file, LeftOut.Reason.UNREADABLE));
                }
            }
        }
    }

    private static LeftOut left(PackedFiles.Wanted file, LeftOut.Reason reason) {
        return new LeftOut(PartKind.FILE, file.path(), "", null, reason);
    }
}
