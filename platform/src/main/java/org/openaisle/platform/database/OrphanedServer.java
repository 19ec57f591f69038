package org.openaisle.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.openaisle.platform.folder.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL that outlived the platform that had started it, because that was killed. It holds the data folder, with a password that we
 * know and settings of an earlier start: it is stopped, and what it had committed is on disk.
 */
final class OrphanedServer {
    private static final Logger LOG = LoggerFactory.getLogger(OrphanedServer.class);
    private static final Duration TO_FINISH = Duration.ofSeconds(20);

    private OrphanedServer() {}

    /**
     * Stops the server of these files, if there is one. To be called by whoever holds the folder's lock: no living platform uses it then.
     *
     * @throws StartRefused when a server seems to be there and does not go
     */
    static void stop(Path files) {
        Optional<ProcessHandle> orphan = find(files);
        if (orphan.isEmpty()) {
            return;
        }
        ProcessHandle process = orphan.get();
        LOG.warn("the database of a platform that was killed still runs (process {}): taking it over", process.pid());
        // Terminated it waits for its clients, and those were killed; killed, it leaves its journal, from which it
        // recovers.
        process.destroy();
        if (!ended(process)) {
            process.destroyForcibly();
            if (!ended(process)) {
                throw new StartRefused("the database process " + process.pid() + " in " + files
                        + " does not end. End it, then start again.");
            }
        }
    }

    /** The process of postmaster.pid, if it lives and is really a server of these files: numbers of processes are used again. */
    private static Optional<ProcessHandle> find(Path files) {
        try {
            Path pidFile = files.resolve("postmaster.pid");
            if (!Files.exists(pidFile)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(pidFile);
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.getFirst().trim()))
                            .filter(ProcessHandle::isAlive)
                            .filter(process -> isServerOf(files, process));
        } catch (IOException | NumberFormatException e) {
            // A file that cannot be read says nothing. PostgreSQL itself refuses to start beside another one.
            LOG.warn("postmaster.pid in {} cannot be read: {}", files, e.toString());
            return Optional.empty();
        }
    }

    private static boolean isServerOf(Path files, ProcessHandle process) {
        String command =
                process.info().commandLine().or(() -> process.info().command()).orElse("");
        boolean withArguments = process.info().arguments().isPresent();
        return command.contains("postgres") && (!withArguments || command.contains(files.toString()));
    }

    private static boolean ended(ProcessHandle process) {
        try {
            process.onExit().get(TO_FINISH.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
