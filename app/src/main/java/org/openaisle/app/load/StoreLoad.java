package org.openaisle.app.load;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openaisle.app.tell.DeviceFile;
import org.openaisle.app.tell.Platform;
import org.openaisle.app.tell.ToldEvent;
import org.openaisle.model.Gtin;

/** A store whose carts change: one request for each change, one after the other. */
final class StoreLoad {
    private static final int VISITS = 4;
    private static final int PRODUCTS = 10;
    private static final long RETRY_MILLIS = 200;

    private final DeviceFile device;
    private final Random random;
    private final String source;
    private final SortedMap<String, String> carts = new TreeMap<>();
    private long number;
    private long retries;

    StoreLoad(DeviceFile device, long seed) {
        this.device = device;
        this.random = new Random(seed);
        this.source = "urn:openaisle:device:" + device.device();
    }

    /** Sends one change of a cart until it is acknowledged. */
    void change(Platform platform) throws InterruptedException {
        String visit = "visit-" + random.nextInt(VISITS);
        String gtin = gtin(random.nextInt(PRODUCTS));
        int quantity = random.nextInt(5);
        long now = System.currentTimeMillis();
        SequencedMap<String, Object> data = new LinkedHashMap<>();
        data.put("visit", visit);
        data.put("gtin", gtin);
        data.put("quantity", quantity);
        data.put("probability", 1);
        data.put("happenedAt", java.time.Instant.ofEpochMilli(now).toString());
        ToldEvent event = new ToldEvent(source, ++number, "cart.changed", now, data);
        while (!sent(platform, event)) {
            retries++;
            Thread.sleep(RETRY_MILLIS);
        }
        carts.put(device.store() + " " + visit + " " + gtin, Integer.toString(quantity));
    }

    private boolean sent(Platform platform, ToldEvent event) throws InterruptedException {
        try {
            Platform.Answer answer = platform.send(device, List.of(event));
            return answer.status() == 200 && answer.body().contains("\"refused\":0");
        } catch (IOException e) {
            return false;
        }
    }

    private static String gtin(int product) {
        String digits = String.format("%013d", 400_000_000_000L + product);
        return digits + Gtin.checkDigit(digits + "0");
    }

    /** The carts as they must be now, by store, visit and product. */
    SortedMap<String, String> carts() {
        return carts;
    }

    /** How many changes were acknowledged. */
    long acknowledged() {
        return number;
    }

    long retries() {
        return retries;
    }
}
