package org.openaisle.platform.ops;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.openaisle.platform.folder.DataFolder;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.stereotype.Component;

/**
 * The log in the data folder: lines of JSON in the Elastic common schema, for two weeks. It begins once the folder is there and ours; what
 * comes before goes to the console only.
 */
@Component
final class LogFile implements AutoCloseable {
    private static final int DAYS = 14;
    private static final String MOST_IN_ONE = "50MB";
    private static final String MOST_IN_ALL = "1GB";

    private final Logger root;
    private final RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();

    LogFile(DataFolder folder) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Path file = folder.folder("logs").resolve("platform.log");
        StructuredLogEncoder encoder = new StructuredLogEncoder();
        encoder.setContext(context);
        encoder.setFormat("ecs");
        encoder.start();
        appender.setContext(context);
        appender.setName("openaisle " + file);
        appender.setFile(file.toString());
        appender.setEncoder(encoder);
        appender.setRollingPolicy(rolling(context, file));
        appender.start();
        root.addAppender(appender);
    }

    private SizeAndTimeBasedRollingPolicy<ILoggingEvent> rolling(LoggerContext context, Path file) {
        SizeAndTimeBasedRollingPolicy<ILoggingEvent> policy = new SizeAndTimeBasedRollingPolicy<>();
        policy.setContext(context);
        policy.setParent(appender);
        policy.setFileNamePattern(file.resolveSibling("platform.%d.%i.log") + ".gz");
        policy.setMaxHistory(DAYS);
        policy.setMaxFileSize(FileSize.valueOf(MOST_IN_ONE));
        policy.setTotalSizeCap(FileSize.valueOf(MOST_IN_ALL));
        policy.start();
        return policy;
    }

    @Override
    public void close() {
        root.detachAppender(appender);
        appender.stop();
    }
}
