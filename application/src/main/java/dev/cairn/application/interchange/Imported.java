package dev.cairn.application.interchange;

import dev.cairn.application.project.PlainPart;
import dev.cairn.application.work.Act;
import dev.cairn.domain.collected.CollectedData;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Named;
import dev.cairn.domain.project.Project;
import java.util.Map;

/** An entry that a format delivers. */
public sealed interface Imported permits Imported.Carried, Imported.Skipped, ImportProblem {

    /** An entry that is left out on purpose (a tombstone); links to it are problems. */
    record Skipped(String externalId) implements Imported {}

    /** An entry that Cairn's own format can write, one to a line; other formats deliver tickets and some of the rest. */
    sealed interface Carried extends Imported
            permits ImportedProject,
                    Collected,
                    ImportedValidation,
                    ImportedArtifact,
                    ImportedRevision,
                    ImportedConversation,
                    ImportedMessage,
                    Plain,
                    ImportedQueue,
                    ImportedTicket,
                    ImportedItem,
                    Left {}

    /** The collected data of the project. */
    record Collected(CollectedData data) implements Carried {}

    /** The content of a plain root. */
    record Plain<C extends Record & Named>(PlainPart<C> part, C content) implements Carried {
        boolean stored(Act act, Id<Project> project) {
            return part.imported(act, project, content);
        }
    }

    /** The number of things, by kind, that the export left out. */
    record Left(Map<String, Integer> counts) implements Carried {}
}
