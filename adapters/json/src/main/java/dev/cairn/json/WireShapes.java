package dev.cairn.json;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cairn.application.artifact.ArtifactDraft;
import dev.cairn.application.artifact.ArtifactWithContent;
import dev.cairn.application.artifact.CreateArtifact;
import dev.cairn.application.collected.Collected;
import dev.cairn.application.conversation.ShownConversation;
import dev.cairn.application.interchange.ImportProblem;
import dev.cairn.application.interchange.ImportedArtifact;
import dev.cairn.application.interchange.ImportedItem;
import dev.cairn.application.interchange.ImportedProject;
import dev.cairn.application.interchange.ImportedQueue;
import dev.cairn.application.interchange.ImportedTicket;
import dev.cairn.application.interchange.ImportedTicket.ImportedLink;
import dev.cairn.application.interchange.ImportedTicket.ImportedTask;
import dev.cairn.application.queue.HeldClaim;
import dev.cairn.application.queue.ItemPlace;
import dev.cairn.application.ticket.ReadyTicket;
import dev.cairn.application.ticket.TaskDraft;
import dev.cairn.application.ticket.TicketDraft;
import dev.cairn.application.user.IssuedToken;
import dev.cairn.domain.artifact.Artifact;
import dev.cairn.domain.artifact.ArtifactContent;
import dev.cairn.domain.artifact.ArtifactRevision;
import dev.cairn.domain.artifact.RevisionText;
import dev.cairn.domain.artifact.RevisionWithContent;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.ConversationView;
import dev.cairn.domain.conversation.Participant;
import dev.cairn.domain.conversation.ParticipantView;
import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Lifecycle;
import dev.cairn.domain.kernel.Root;
import dev.cairn.domain.model.ModelProvider;
import dev.cairn.domain.model.ProviderDraft;
import dev.cairn.domain.model.SealedSecret;
import dev.cairn.domain.project.Assessment;
import dev.cairn.domain.project.MemberView;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectMember;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.ItemState;
import dev.cairn.domain.queue.ItemStatus;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.ticket.Comment;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TaskContent;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketSummary;
import dev.cairn.domain.ticket.TicketWithTasks;
import dev.cairn.domain.user.ApiToken;
import dev.cairn.domain.user.Session;
import dev.cairn.domain.user.TokenHash;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Mix-ins for domain records whose wire form differs from their components: nested parts are flat. */
final class WireShapes {
    private WireShapes() {}

    static void addTo(JsonMapper mapper) {
        mapper.addMixIn(Lifecycle.class, LifecycleShape.class);
        mapper.addMixIn(Root.class, RootShape.class);
        mapper.addMixIn(Project.class, ProjectShape.class);
        mapper.addMixIn(Collected.class, CollectedShape.class);
        mapper.addMixIn(ArtifactWithContent.class, ArtifactWithContentShape.class);
        mapper.addMixIn(RevisionWithContent.class, RevisionWithContentShape.class);
        mapper.addMixIn(ArtifactDraft.class, ArtifactDraftShape.class);
        mapper.addMixIn(TicketDraft.class, DraftShape.class);
        mapper.addMixIn(TaskDraft.class, DraftShape.class);
        mapper.addMixIn(ItemPlace.class, ItemPlaceShape.class);
        mapper.addMixIn(Conversation.class, ConversationShape.class);
        mapper.addMixIn(ConversationView.class, ConversationViewShape.class);
        mapper.addMixIn(ShownConversation.class, ShownConversationShape.class);
        mapper.addMixIn(ParticipantView.class, ParticipantViewShape.class);
        mapper.addMixIn(ModelProvider.class, ModelProviderShape.class);
        mapper.addMixIn(ProviderDraft.class, DraftShape.class);
        mapper.addMixIn(MemberView.class, MemberViewShape.class);
        mapper.addMixIn(Ticket.class, TicketShape.class);
        mapper.addMixIn(TicketSummary.class, TicketSummaryShape.class);
        mapper.addMixIn(TicketContent.class, TicketContentShape.class);
        mapper.addMixIn(TicketWithTasks.class, TicketWithTasksShape.class);
        mapper.addMixIn(Task.class, TaskShape.class);
        mapper.addMixIn(Comment.class, CommentShape.class);
        mapper.addMixIn(Claim.class, ClaimShape.class);
        mapper.addMixIn(HeldClaim.class, HeldClaimShape.class);
        mapper.addMixIn(ReadyTicket.class, ReadyTicketShape.class);
        mapper.addMixIn(Session.class, SessionShape.class);
        mapper.addMixIn(ApiToken.class, ApiTokenShape.class);
        mapper.addMixIn(IssuedToken.class, IssuedTokenShape.class);
        mapper.addMixIn(ImportProblem.class, ImportProblemShape.class);
        mapper.addMixIn(ImportedProject.class, DraftShape.class);
        mapper.addMixIn(ImportedQueue.class, DraftShape.class);
        mapper.addMixIn(ImportedArtifact.class, ImportedArtifactShape.class);
        mapper.addMixIn(CreateArtifact.class, CreateArtifactShape.class);
        mapper.addMixIn(ImportedTicket.class, ImportedTicketShape.class);
        mapper.addMixIn(ImportedTask.class, ImportedTaskShape.class);
        mapper.addMixIn(ImportedLink.class, PlacedShape.class);
        mapper.addMixIn(ImportedItem.class, ImportedItemShape.class);
    }

    interface LifecycleShape {
        @JsonIgnore
        @Nullable
        Id<Deletion> deletionId();
    }

    interface RootShape {
        @JsonUnwrapped
        Record content();

        @JsonUnwrapped
        Lifecycle lifecycle();
    }

    interface ProjectShape {
        @JsonUnwrapped
        Assessment assessment();
    }

    interface CollectedShape {
        @JsonIgnore
        Lifecycle lifecycle();
    }

    interface DraftShape {
        @JsonUnwrapped
        Record content();
    }

    /** Writes the text under {@code content}, and the content record's fields flat. */
    interface ArtifactDraftShape {
        @JsonProperty("fields")
        @JsonUnwrapped
        ArtifactContent content();

        @JsonProperty("content")
        @JsonSetter(nulls = Nulls.FAIL)
        @Nullable
        RevisionText revision();
    }

    interface ItemPlaceShape {
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        long position();

        @JsonIgnore
        boolean setsPriority();

        @JsonIgnore
        boolean setsPosition();
    }

    interface ArtifactWithContentShape {
        @JsonUnwrapped
        Artifact artifact();
    }

    interface RevisionWithContentShape {
        @JsonUnwrapped
        ArtifactRevision revision();
    }

    interface ConversationShape {
        @JsonIgnore
        @Nullable
        String people();
    }

    interface ConversationViewShape {
        @JsonUnwrapped
        Conversation conversation();
    }

    interface ShownConversationShape {
        @JsonUnwrapped
        ConversationView view();
    }

    interface ParticipantViewShape {
        @JsonUnwrapped
        Participant participant();
    }

    interface ModelProviderShape {
        @JsonIgnore
        @Nullable
        SealedSecret secret();
    }

    interface MemberViewShape {
        @JsonUnwrapped
        ProjectMember member();
    }

    interface TicketShape {
        @JsonProperty
        int number();
    }

    interface TicketContentShape {
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        @JsonSerialize(using = PositionSerializer.class)
        long position();
    }

    interface TicketSummaryShape {
        @JsonProperty
        int number();

        @JsonSerialize(using = PositionSerializer.class)
        long position();
    }

    interface TicketWithTasksShape {
        @JsonUnwrapped
        Ticket ticket();
    }

    interface TaskShape {
        @JsonUnwrapped
        TaskContent content();

        @JsonIgnore
        @Nullable
        Deletion deletion();
    }

    interface CommentShape {
        @JsonIgnore
        @Nullable
        Deletion deletion();

        @JsonProperty
        @Nullable
        Instant deletedAt();
    }

    /** Shows the same state in an answer as in a list: scheduled, not ready (Q25). */
    interface ClaimShape {
        @JsonIgnore
        @Nullable
        ItemStatus itemStatus();

        @JsonProperty("itemStatus")
        @Nullable
        ItemState itemState();
    }

    interface HeldClaimShape {
        @JsonUnwrapped
        Claim claim();
    }

    interface ReadyTicketShape {
        @JsonUnwrapped
        TicketSummary ticket();
    }

    interface SessionShape {
        @JsonIgnore
        TokenHash tokenHash();
    }

    interface ApiTokenShape {
        @JsonIgnore
        TokenHash tokenHash();
    }

    interface IssuedTokenShape {
        @JsonUnwrapped
        ApiToken apiToken();
    }

    interface ImportedArtifactShape {
        @JsonUnwrapped
        CreateArtifact content();
    }

    /** Writes the text under {@code content}, and the content record's fields flat. */
    interface CreateArtifactShape {
        @JsonProperty("fields")
        @JsonUnwrapped
        ArtifactContent content();

        @JsonProperty("content")
        RevisionText text();
    }

    /** Leaves out the place in the file. */
    interface PlacedShape {
        @JsonIgnore
        String place();
    }

    /** Files name people and other tickets in their own way. */
    interface ImportedTicketShape extends PlacedShape {
        @JsonUnwrapped
        @JsonIgnoreProperties({"assigneeId", "parentId", "suggestedFileIds", "suggestedAgentIds", "suggestedPromptIds"})
        TicketContent content();
    }

    interface ImportedTaskShape extends PlacedShape {
        @JsonUnwrapped
        @JsonIgnoreProperties({"assigneeId", "dependsOn"})
        TaskContent content();
    }

    interface ImportedItemShape extends PlacedShape {
        @JsonUnwrapped
        QueueItem.Place where();

        @JsonUnwrapped
        @JsonIgnoreProperties("releases")
        QueueItem.Tries tries();
    }

    /** Writes the default position as null. */
    private static final class PositionSerializer extends JsonSerializer<Long> {
        @Override
        public void serialize(Long position, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (position == TicketContent.POSITION_LAST) {
                json.writeNull();
            } else {
                json.writeNumber(position);
            }
        }
    }

    @JsonSerialize(using = PlaceSerializer.class)
    interface ImportProblemShape {}

    /** Writes a problem's place as a line number or a path. */
    private static final class PlaceSerializer extends JsonSerializer<ImportProblem> {
        private static final String LINE = "line ";

        @Override
        public void serialize(ImportProblem problem, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeStartObject();
            if (problem.place().startsWith(LINE)) {
                json.writeNumberField("line", Integer.parseInt(problem.place().substring(LINE.length())));
            } else {
                json.writeStringField("path", problem.place());
            }
            json.writeStringField("code", problem.code());
            json.writeStringField("message", problem.message());
            json.writeEndObject();
        }
    }
}
