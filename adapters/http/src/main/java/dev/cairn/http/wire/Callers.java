package dev.cairn.http.wire;

import dev.cairn.domain.user.Caller;

/** The one place where requests get their caller from. */
public interface Callers {
    /** On whose behalf the current request runs. */
    Caller current();
}
