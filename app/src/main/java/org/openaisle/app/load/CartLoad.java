package org.openaisle.app.load;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.openaisle.app.tell.DeviceFile;
import org.openaisle.app.tell.Platform;

/** Many stores whose carts change at a rate of their own, whether the platform keeps up or not. */
public final class CartLoad implements AutoCloseable {
    private final Platform platform;
    private final List<StoreLoad> stores = new ArrayList<>();
    private final Random random;

    public CartLoad(String url, List<DeviceFile> devices, long seed) {
        this.platform = new Platform(url, null);
        this.random = new Random(seed);
        devices.forEach(device -> stores.add(new StoreLoad(device, random.nextLong())));
    }

    /** Changes carts at a rate (changes a second, of all stores together) for a while. */
    public Latencies run(double rate, Duration length) throws InterruptedException {
        Latencies latencies = new Latencies();
        long period = Math.round(stores.size() / rate * 1e9);
        long begin = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (StoreLoad store : stores) {
            long first = begin + random.nextLong(period);
            threads.add(Thread.ofVirtual().start(() -> run(store, first, period, begin + length.toNanos(), latencies)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return latencies;
    }

    private void run(StoreLoad store, long first, long period, long end, Latencies latencies) {
        try {
            for (long due = first; due < end; due += period) {
                long wait = due - System.nanoTime();
                if (wait > 0) {
                    Thread.sleep(Duration.ofNanos(wait));
                }
                // A platform that is far behind is not to be overtaken for ever.
                if (System.nanoTime() > end + Duration.ofSeconds(5).toNanos()) {
                    latencies.add(System.nanoTime() - due);
                    return;
                }
                store.change(platform);
                latencies.add(System.nanoTime() - due);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Compares what the platform has with what was acknowledged, and says what differs; empty when nothing does. */
    public String difference(PlatformDatabase database, UUID tenant) throws SQLException, IOException {
        SortedMap<String, String> expected = new TreeMap<>();
        stores.forEach(store -> expected.putAll(store.carts()));
        SortedMap<String, String> there = new TreeMap<>();
        for (String row : database.rows(tenant, """
                SELECT v.store_id, v.token, c.gtin, c.quantity FROM cart_line c JOIN visit v ON v.id = c.visit_id""")) {
            int last = row.lastIndexOf(' ');
            there.put(row.substring(0, last), row.substring(last + 1));
        }
        long events = Long.parseLong(
                database.rows(tenant, "SELECT count(*) FROM inbox_event").getFirst());
        if (events != acknowledged()) {
            return events + " events are there and " + acknowledged() + " were acknowledged";
        }
        return there.equals(expected) ? "" : "the carts differ from what was told last";
    }

    public long acknowledged() {
        return stores.stream().mapToLong(StoreLoad::acknowledged).sum();
    }

    public long retries() {
        return stores.stream().mapToLong(StoreLoad::retries).sum();
    }

    @Override
    public void close() {
        platform.close();
    }
}
