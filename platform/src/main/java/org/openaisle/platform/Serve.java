package org.openaisle.platform;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.spi.ToolProvider;
import org.openaisle.platform.folder.StartRefused;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Starts the platform and returns when it has stopped. A tool of the JDK's kind, so that the command line finds it where it is on the class
 * path and needs nothing of it where it is not. Arguments are Spring's: {@code --openaisle.data=FOLDER}.
 */
public final class Serve implements ToolProvider {
    private static final int GOOD = 0;
    private static final int FAILED = 1;
    private static final int BAD = 2;

    @Override
    public String name() {
        return "openaisle-serve";
    }

    /** Returns 0 when it was stopped, 1 when it could not start, 2 when whoever started it can help that; the message says how. */
    @Override
    public int run(PrintWriter out, PrintWriter err, String... arguments) {
        CountDownLatch stopped = new CountDownLatch(1);
        try {
            ConfigurableApplicationContext platform = new SpringApplicationBuilder(PlatformApplication.class)
                    .web(WebApplicationType.SERVLET)
                    .listeners((ApplicationListener<ContextClosedEvent>) event -> stopped.countDown())
                    .run(arguments);
            Greeting.print(platform, out);
            if (Training.isWanted()) {
                Training.run(Greeting.port(platform));
                platform.close();
            }
            stopped.await();
            return GOOD;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        } catch (RuntimeException e) {
            return said(e, err);
        }
    }

    private static int said(RuntimeException e, PrintWriter err) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused) {
                err.println("openaisle: " + cause.getMessage());
                return BAD;
            }
            if (cause instanceof PortInUseException taken) {
                err.println("openaisle: port " + taken.getPort()
                        + " is in use. Name another one with --port, or 0 for any.");
                return BAD;
            }
        }
        err.println("openaisle: the platform did not start. Please report it with what follows.");
        e.printStackTrace(err);
        return FAILED;
    }
}
