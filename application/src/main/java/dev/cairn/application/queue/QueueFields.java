package dev.cairn.application.queue;

import dev.cairn.application.work.Fields;
import dev.cairn.domain.kernel.Change;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.domain.queue.WorkFilter;
import org.jspecify.annotations.Nullable;

/** The fields of a queue that a client may give, each optional (R10). */
public record QueueFields(
        Change<String> name,
        Change<@Nullable String> description,
        Change<Integer> maxParallel,
        Change<Integer> leaseSeconds,
        Change<Integer> maxAttempts,
        Change<Integer> maxStalls,
        Change<@Nullable WorkFields> feeds) {

    public QueueFields {
        Fields.notNull("name", name);
        Fields.notNull("maxParallel", maxParallel);
        Fields.notNull("leaseSeconds", leaseSeconds);
        Fields.notNull("maxAttempts", maxAttempts);
        Fields.notNull("maxStalls", maxStalls);
    }

    public static QueueFields named(String name) {
        return new QueueFields(
                Change.to(name),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep());
    }

    public QueueFields withMaxParallel(int leases) {
        return new QueueFields(name, description, Change.to(leases), leaseSeconds, maxAttempts, maxStalls, feeds);
    }

    public QueueFields withLeaseSeconds(int seconds) {
        return new QueueFields(name, description, maxParallel, Change.to(seconds), maxAttempts, maxStalls, feeds);
    }

    /** @param filter null stops it */
    public QueueFields withFeeds(@Nullable WorkFilter filter) {
        return new QueueFields(
                name,
                description,
                maxParallel,
                leaseSeconds,
                maxAttempts,
                maxStalls,
                Change.to(filter == null ? null : WorkFields.of(filter)));
    }

    QueueContent create() {
        return over(QueueContent.named(Fields.required("name", name)));
    }

    QueueContent over(QueueContent current) {
        return new QueueContent(
                name.over(current.name()),
                description.over(current.description()),
                maxParallel.over(current.maxParallel()),
                leaseSeconds.over(current.leaseSeconds()),
                maxAttempts.over(current.maxAttempts()),
                maxStalls.over(current.maxStalls()),
                feeds(current.feeds()));
    }

    private @Nullable WorkFilter feeds(@Nullable WorkFilter current) {
        return switch (feeds) {
            case Change.Keep<?> _ -> current;
            case Change.To<?>(Object given) -> given instanceof WorkFields fields ? fields.filter() : null;
        };
    }
}
