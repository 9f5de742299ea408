package dev.cairn.domain.kernel;

/**
 * A partial update: makes the wanted record from the current one (R10). It changes nothing else, because the write that
 * applies it may run more than once (ADR 12, 27).
 *
 * @param <C> the edited content
 */
@FunctionalInterface
public interface Edit<C extends Record> {
    C of(C current);
}
