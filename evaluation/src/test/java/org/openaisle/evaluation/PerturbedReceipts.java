package org.openaisle.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.openaisle.evaluation.Receipts.Taken;

/** Decisions that an engine could have made for true visits, some of them wrong in every way that a score knows. */
final class PerturbedReceipts {
    private final Random random;
    private final List<String> gtins;
    private final List<String> out = new ArrayList<>();

    private PerturbedReceipts(Receipts.Truth truth, long seed) {
        random = new Random(seed);
        gtins = List.copyOf(truth.prices().keySet());
    }

    static String of(Receipts.Truth truth, long seed) {
        PerturbedReceipts receipts = new PerturbedReceipts(truth, seed);
        truth.visits().forEach(receipts::decide);
        receipts.write("never-scanned", 1000, 2000, new LinkedHashMap<>());
        receipts.write(null, 5, 50, new LinkedHashMap<>());
        return String.join("\n", receipts.out) + "\n";
    }

    private void decide(Taken v) {
        if (random.nextInt(12) == 0 || (v.staff() && random.nextInt(2) == 0)) {
            return;
        }
        SequencedMap<String, Long> lines = new LinkedHashMap<>(v.lines());
        if (random.nextInt(3) == 0) {
            spoil(lines);
        }
        long exitedAt = v.exitedAt() == null ? v.enteredAt() + 60_000 : v.exitedAt();
        String token = random.nextInt(25) == 0 ? null : v.token();
        write(token, v.enteredAt() + random.nextInt(800), exitedAt + random.nextInt(800), lines);
        if (random.nextInt(15) == 0) {
            write(token, v.enteredAt(), exitedAt, new LinkedHashMap<>());
        }
    }

    private void spoil(SequencedMap<String, Long> lines) {
        if (!lines.isEmpty() && random.nextBoolean()) {
            String gtin = lines.firstEntry().getKey();
            long quantity = lines.remove(gtin) + random.nextInt(3) - 1;
            if (quantity > 0) {
                lines.put(gtin, quantity);
            }
        }
        if (random.nextBoolean()) {
            lines.merge(gtins.get(random.nextInt(gtins.size())), 1L + random.nextInt(2), Long::sum);
        }
    }

    private void write(@Nullable String token, long enteredAt, long exitedAt, Map<String, Long> lines) {
        List<String> texts = new ArrayList<>();
        lines.forEach((gtin, n) ->
                texts.add("{\"gtin\":\"" + gtin + "\",\"quantity\":" + n + ",\"probability\":" + probability() + "}"));
        out.add("{\"token\":" + (token == null ? "null" : "\"" + token + "\"") + ",\"enteredAt\":" + enteredAt
                + ",\"exitedAt\":" + exitedAt + ",\"decidedAt\":" + (exitedAt + random.nextInt(6000)) + ",\"lines\":["
                + String.join(",", texts) + "],\"confidence\":" + probability() + ",\"review\":"
                + (random.nextInt(5) == 0)
                + "}");
    }

    private double probability() {
        return Math.round(1e6 * (1 - random.nextDouble() * random.nextDouble())) / 1e6;
    }
}
