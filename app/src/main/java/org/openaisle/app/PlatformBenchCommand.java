package org.openaisle.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.openaisle.app.load.CartLoad;
import org.openaisle.app.load.Latencies;
import org.openaisle.app.load.PlatformDatabase;
import org.openaisle.app.load.SimpleUpdates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench platform}: cart changes of many stores at a platform on this machine. */
@Command(
        name = "platform",
        mixinStandardHelpOptions = true,
        description = {
            "Starts a platform with a folder of its own and tells it cart changes of many stores, one change a request, each signed by"
                    + " its store's device, at a rate that grows until 1 %% of the answers take more than 100 ms. That rate, less a"
                    + " fifth, is then held; at the end what the platform has is compared with what was told.",
            "",
            "Times count from when a change was due, so that waiting behind others counts too. Beside it: pgbench's simple updates"
                    + " on the same database without the platform. Load and platform share this machine."
        },
        footer = {"", "Example:", "  openaisle bench platform --minutes 10"})
final class PlatformBenchCommand implements Callable<Integer> {
    private static final double LIMIT_MILLIS = 100;
    private static final double FIRST_RATE = 25;
    /** Long enough for both sides to be compiled. */
    private static final Duration WARM_UP = Duration.ofMinutes(1);

    private static final double WARM_UP_RATE = 250;
    private static final double FASTER = 1.25;
    private static final double HELD = 0.8;
    private static final int CLIENTS = 8;
    private static final long SEED = 20_260_302;

    @Option(
            names = "--stores",
            paramLabel = "N",
            defaultValue = "200",
            description = "How many stores (default: ${DEFAULT-VALUE}).")
    private int stores;

    @Option(
            names = "--minutes",
            paramLabel = "M",
            defaultValue = "10",
            description = "How long the rate is held (default: ${DEFAULT-VALUE}).")
    private double minutes;

    @Option(
            names = "--step",
            paramLabel = "S",
            defaultValue = "15",
            description = "How many seconds each rate is tried (default: ${DEFAULT-VALUE}).")
    private double step;

    @Option(
            names = "--most",
            paramLabel = "RATE",
            defaultValue = "5000",
            description = "The highest rate to try (default: ${DEFAULT-VALUE} changes a second).")
    private double most;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        if (stores < 1 || minutes <= 0 || step <= 0 || most < FIRST_RATE) {
            throw new Refusal("--stores, --minutes and --step must be positive, --most at least " + FIRST_RATE);
        }
        Path folder = Files.createTempDirectory("openaisle-bench-");
        say("platform in %s", folder);
        try (PlatformProcess platform = PlatformProcess.start(folder.resolve("data"), "-XX:+UseG1GC", "-Xmx1g")) {
            PlatformDatabase database = new PlatformDatabase(platform.data());
            UUID tenant = UUID.randomUUID();
            try (CartLoad load = new CartLoad(platform.url(), database.newStores(tenant, stores), SEED)) {
                return measure(platform, database, tenant, load);
            }
        }
    }

    private int measure(PlatformProcess platform, PlatformDatabase database, UUID tenant, CartLoad load)
            throws InterruptedException, SQLException, IOException {
        say("warm-up");
        load.run(WARM_UP_RATE, WARM_UP);
        double best = search(platform, load);
        double updates = SimpleUpdates.perSecond(database, CLIENTS, seconds(step), SEED);
        say("pgbench's simple updates, %d clients: %.0f a second", CLIENTS, updates);
        say(
                "highest rate with p99 below %.0f ms: %.0f changes a second, %.2f of the simple updates",
                LIMIT_MILLIS, best, best / updates);
        // Memory and counts are worth knowing also where the platform does not keep up.
        boolean good = hold(platform, load, Math.max(HELD * best, FIRST_RATE)) && best > 0;
        String difference = load.difference(database, tenant);
        say(
                "%d changes acknowledged, %d sent again; %s",
                load.acknowledged(),
                load.retries(),
                difference.isEmpty()
                        ? "events and carts are those that were told: nothing lost, nothing doubled"
                        : difference);
        return good && difference.isEmpty() ? 0 : 1;
    }

    /** The highest rate that the platform keeps up with; 0 when it does not even with the lowest. */
    private double search(PlatformProcess platform, CartLoad load) throws InterruptedException {
        double best = 0;
        int failed = 0;
        // Something else may disturb a machine once: a rate is too high when it was so twice.
        for (double rate = FIRST_RATE; rate <= most && failed < 2; ) {
            Duration before = platform.cpu();
            Latencies latencies = load.run(rate, seconds(step));
            double cpu = platform.cpu().minus(before).toNanos() / 1e6 / Math.max(1, latencies.count());
            print(String.format(Locale.ROOT, "%.0f a second, CPU %.1f ms each", rate, cpu), latencies);
            if (latencies.millis(0.99) >= LIMIT_MILLIS) {
                failed++;
            } else {
                failed = 0;
                best = rate;
                rate *= FASTER;
            }
        }
        return best;
    }

    private boolean hold(PlatformProcess platform, CartLoad load, double rate) throws InterruptedException {
        int parts = 5;
        long before = Memory.residentMebibytes(platform.pid());
        boolean good = true;
        say("resident memory of the platform before: %d MiB", before);
        for (int part = 1; part <= parts; part++) {
            Latencies latencies = load.run(rate, seconds(60 * minutes / parts));
            print(
                    String.format(
                            Locale.ROOT,
                            "%.0f a second, minute %.1f, %d MiB",
                            rate,
                            part * minutes / parts,
                            Memory.residentMebibytes(platform.pid())),
                    latencies);
            good &= latencies.millis(0.99) < LIMIT_MILLIS;
        }
        return good;
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(1000 * seconds));
    }

    private void print(String what, Latencies latencies) {
        say(
                "%-36s %7d answers, p50 %6.1f ms, p99 %7.1f ms, most %7.1f ms",
                what, latencies.count(), latencies.millis(0.5), latencies.millis(0.99), latencies.millis(1));
    }

    private void say(String format, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }
}
