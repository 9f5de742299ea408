package dev.cairn.application.port;

import dev.cairn.domain.kernel.Id;

/** Gives ids before the insert; in one process they strictly increase (R1). */
public interface IdGenerator {
    <T> Id<T> next();
}
