package dev.cairn.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.util.FileSize;
import dev.cairn.sqlite.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says where the program logs warnings, and what Cairn itself says: a server to a file, which people are not bothered with,
 * or to the standard output as JSON, a command nowhere, and both to the standard error when they are asked to. A file of settings would cost an XML parser at
 * each start.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_TOP_PRIORITY)
public final class Logging extends ContextAwareBase implements Configurator {
    private static final long FILE_MAX_BYTES = 10L * 1024 * 1024;
    private static final int OLD_FILES_MAX = 5;

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        if (isLeftToTheUser()) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        context.getLogger("dev.cairn").setLevel(Level.INFO);
        // A port that is taken is told by the command itself.
        context.getLogger("io.micronaut.http.server.netty.NettyHttpServer").setLevel(Level.OFF);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    static void toStandardError() {
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setTarget("System.err");
        start(appender, "standard error", text("%d{HH:mm:ss.SSS} %-5level %logger{20} - %msg%n"));
    }

    /** Logs JSON Lines to the standard output, for a container's log collector. */
    static void toStandardOutput() {
        start(new ConsoleAppender<>(), "standard output", new JsonLines());
    }

    /** Logs to a file; one that cannot be written is no reason not to serve. */
    static void toFile(Path file) {
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setFile(file.toString());
        FixedWindowRollingPolicy rolling = new PrivateRolling();
        rolling.setContext(context());
        rolling.setParent(appender);
        rolling.setFileNamePattern(file + ".%i");
        rolling.setMaxIndex(OLD_FILES_MAX);
        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(context());
        size.setMaxFileSize(new FileSize(FILE_MAX_BYTES));
        appender.setRollingPolicy(rolling);
        appender.setTriggeringPolicy(size);
        rolling.start();
        size.start();
        start(appender, file.toString(), text("%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{20} - %msg%n"));
    }

    /** Makes the next file for its owner only, as the logger would not. */
    static final class PrivateRolling extends FixedWindowRollingPolicy {
        @Override
        public void rollover() {
            super.rollover();
            try {
                PrivateFiles.create(Path.of(getActiveFileName()));
            } catch (IOException e) {
                addError("The next file of the log is made as the logger does it", e);
            }
        }
    }

    private static Encoder<ILoggingEvent> text(String pattern) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setPattern(pattern);
        return encoder;
    }

    private static void start(
            OutputStreamAppender<ILoggingEvent> appender, String name, Encoder<ILoggingEvent> encoder) {
        var root = context().getLogger(Logger.ROOT_LOGGER_NAME);
        if (isLeftToTheUser() || root.getAppender(name) != null) {
            return;
        }
        encoder.setContext(context());
        encoder.start();
        appender.setName(name);
        appender.setContext(context());
        appender.setEncoder(encoder);
        appender.start();
        root.addAppender(appender);
    }

    /** While another thread makes it there is a stand-in, of another type; that thread holds this lock. */
    @SuppressWarnings("LockOnNonEnclosingClassLiteral") // the lock of SLF4J itself
    private static LoggerContext context() {
        synchronized (LoggerFactory.class) {
            return (LoggerContext) LoggerFactory.getILoggerFactory();
        }
    }

    private static boolean isLeftToTheUser() {
        return System.getProperty("logback.configurationFile") != null;
    }
}
