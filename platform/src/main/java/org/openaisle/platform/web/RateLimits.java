package org.openaisle.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A bucket of requests for everybody, filled at a steady rate. Kept in memory: after a restart everybody begins with a full one. */
final class RateLimits {
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);
    private static final int MOST_CALLERS = 100_000;
    private static final int NETWORK_BYTES = 8;

    private final LimitProperties limits;
    private final Cache<String, Bucket> requests = buckets();
    private final Cache<String, Bucket> failures = buckets();

    RateLimits(LimitProperties limits) {
        this.limits = limits;
    }

    private static Cache<String, Bucket> buckets() {
        return Caffeine.newBuilder()
                .expireAfterAccess(FORGOTTEN)
                .maximumSize(MOST_CALLERS)
                .build();
    }

    /**
     * Counts a request.
     *
     * @throws Refused when there were too many
     */
    void request(@Nullable Caller caller, String address) {
        Bucket bucket = switch (caller) {
            case null ->
                requests.get(network(address), key -> bucket(limits.unknownPerSecond(), limits.unknownBurst()));
            case Caller.StaffCaller staff ->
                requests.get("staff " + staff.staff(), key -> bucket(limits.staffPerSecond(), limits.staffBurst()));
            case Caller.DeviceCaller device ->
                requests.get(
                        "device " + device.device(), key -> bucket(limits.devicePerSecond(), limits.deviceBurst()));
        };
        take(bucket, "Too many requests.");
    }

    /**
     * Before something is looked up that may turn out to be wrong.
     *
     * @throws Refused when too much from this address was wrong lately
     */
    void attempt(String address) {
        long wait = failuresFrom(address).estimateAbilityToConsume(1).getNanosToWaitForRefill();
        if (wait > 0) {
            throw Refused.tooMany("Too many attempts that were wrong.", Duration.ofNanos(wait));
        }
    }

    /** It was wrong. */
    void failure(String address) {
        failuresFrom(address).tryConsume(1);
    }

    private Bucket failuresFrom(String address) {
        return failures.get(
                network(address),
                key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(limits.failuresPerMinute())
                                .refillGreedy(limits.failuresPerMinute(), Duration.ofMinutes(1)))
                        .build());
    }

    private static void take(Bucket bucket, String why) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw Refused.tooMany(why, Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private static Bucket bucket(long perSecond, long burst) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }

    /** Who has one address of IPv6 has 2^64. */
    static String network(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(bytes.length > 4 ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
