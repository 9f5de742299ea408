package dev.cairn.server.fuzz;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** What the server logs as its own fault, whichever thread it is that fails: told only where nothing else runs beside it. */
final class Errors extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Queue<String> found = new ConcurrentLinkedQueue<>();

    /** @param alone whether nobody else logs here */
    static Errors heard(boolean alone) {
        Errors errors = new Errors();
        errors.setContext(errors.root.getLoggerContext());
        if (alone) {
            errors.start();
            errors.root.addAppender(errors);
        }
        return errors;
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getLevel().isGreaterOrEqual(Level.ERROR)) {
            String trace =
                    event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
            found.add("%s: %s%n%s".formatted(event.getLoggerName(), event.getFormattedMessage(), trace));
        }
    }

    /** One that nobody has asked for yet; null when there is none. */
    @Nullable
    String next() {
        return found.poll();
    }

    @Override
    public void close() {
        root.detachAppender(this);
    }
}
