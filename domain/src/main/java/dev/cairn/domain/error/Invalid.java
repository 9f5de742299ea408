package dev.cairn.domain.error;

import java.util.List;
import java.util.Map;

/** The input itself is wrong, whatever the current state. */
public final class Invalid extends DomainError {
    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    public Invalid(List<Violation> violations) {
        super(violations.getFirst().code(), violations.getFirst().message(), Map.of());
        this.violations = List.copyOf(violations);
    }

    public static Invalid of(WireCode code, String field, String message) {
        return new Invalid(List.of(new Violation(field, code, message)));
    }

    /** Answers the same violations below {@code prefix}: a batch names the item that failed. */
    public Invalid below(String prefix) {
        return new Invalid(violations.stream()
                .map(v -> new Violation(prefix + "/" + v.field(), v.code(), v.message()))
                .toList());
    }

    /** Answers the same violations of a single value at the place where it stands, which its own reader does not know. */
    public Invalid at(String place) {
        return new Invalid(violations.stream()
                .map(v -> new Violation(place, v.code(), v.message()))
                .toList());
    }

    public List<Violation> violations() {
        return violations;
    }
}
