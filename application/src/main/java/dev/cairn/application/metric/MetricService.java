package dev.cairn.application.metric;

import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.error.Denied;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.Scope;
import dev.cairn.domain.user.SystemRole;
import java.util.Comparator;
import java.util.List;

/** Use case of reading this server's metrics. */
public final class MetricService {
    private final UnitOfWork work;
    private final List<MetricSource> sources;

    public MetricService(UnitOfWork work, List<MetricSource> sources) {
        this.work = work;
        this.sources = List.copyOf(sources);
    }

    /**
     * Answers all metrics, by name. They cover all projects, so that only an admin may read them; a token with the
     * scope read suffices, so that a monitoring system needs no other right.
     *
     * @throws Denied {@code scope_required} when it is limited to a project or may not read, {@code admin_required} when it is of
     *     no admin
     */
    public List<Metric> metrics(Caller caller) {
        caller.requireUnlimited().require(Scope.READ);
        if (caller.systemRole() != SystemRole.ADMIN) {
            throw new Denied(ErrorCode.ADMIN_REQUIRED, "Only a token of an admin reads the metrics");
        }
        return work.read(() -> sources.stream()
                .flatMap(source -> source.metrics().stream())
                .sorted(Comparator.comparing(Metric::name))
                .toList());
    }
}
