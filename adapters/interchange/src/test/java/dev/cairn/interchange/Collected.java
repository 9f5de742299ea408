package dev.cairn.interchange;

import dev.cairn.application.interchange.ImportProblem;
import dev.cairn.application.interchange.Imported;
import dev.cairn.application.interchange.Imported.Skipped;
import dev.cairn.application.interchange.ImportedArtifact;
import dev.cairn.application.interchange.ImportedProject;
import dev.cairn.application.interchange.ImportedQueue;
import dev.cairn.application.interchange.ImportedTicket;
import dev.cairn.application.interchange.TrackerFormat;
import dev.cairn.domain.collected.CollectedData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** All that a format delivered. */
final class Collected implements Consumer<Imported> {
    final List<ImportedTicket> tickets = new ArrayList<>();
    final List<CollectedData> collected = new ArrayList<>();
    final List<ImportedArtifact> artifacts = new ArrayList<>();
    final List<ImportedQueue> queues = new ArrayList<>();
    final List<ImportedProject> projects = new ArrayList<>();
    final List<Imported> others = new ArrayList<>();
    final List<String> skipped = new ArrayList<>();
    final List<ImportProblem> problems = new ArrayList<>();

    static Collected of(TrackerFormat format, String file) {
        return of(format, file.getBytes(StandardCharsets.UTF_8));
    }

    static Collected of(TrackerFormat format, byte[] file) {
        return of(format, new ByteArrayInputStream(file));
    }

    static Collected resource(TrackerFormat format, String name) {
        return of(format, Objects.requireNonNull(Collected.class.getResourceAsStream(name)));
    }

    private static Collected of(TrackerFormat format, InputStream file) {
        Collected sink = new Collected();
        try (file) {
            format.read(file, sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sink;
    }

    ImportedTicket only() {
        if (tickets.size() != 1) {
            throw new AssertionError("one ticket expected: " + tickets + problems);
        }
        return tickets.getFirst();
    }

    List<String> problemsAt() {
        return problems.stream().map(p -> p.code() + " " + p.place()).toList();
    }

    @Override
    public void accept(Imported read) {
        switch (read) {
            case ImportedTicket ticket -> tickets.add(ticket);
            case ImportedQueue queue -> queues.add(queue);
            case Imported.Collected(CollectedData data) -> collected.add(data);
            case ImportedArtifact artifact -> artifacts.add(artifact);
            case ImportedProject project -> projects.add(project);
            case Skipped(String externalId) -> skipped.add(externalId);
            case ImportProblem problem -> problems.add(problem);
            case Imported.Carried other -> others.add(other);
        }
    }
}
