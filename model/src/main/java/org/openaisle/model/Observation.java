package org.openaisle.model;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What a sensor says; the contract's line of {@code observations.ndjson}. {@code t} is in milliseconds. */
public sealed interface Observation extends Serializable {
    long t();

    /** The contract's name of the type. */
    String type();

    /** The plate, camera, gate, kiosk or token that it comes from; empty for none. */
    String sensorId();

    /** When it is complete: for samples the time of the last one. */
    default long ownTime() {
        return t();
    }

    /** The contract's order of events: own time, type, sensor, and the content where all of these are equal. */
    Comparator<Observation> EVENT_ORDER = Comparator.comparingLong(Observation::ownTime)
            .thenComparing(Observation::type)
            .thenComparing(Observation::sensorId)
            .thenComparing(Observation::content);

    /** The content as a text that equal observations share and others don't. */
    default String content() {
        return switch (this) {
            case WeightSamples w -> w.t + " " + w.intervalMillis + " " + Arrays.toString(w.grams);
            case CameraFrame f -> {
                StringBuilder text = new StringBuilder();
                for (PersonDetection p : f.people) {
                    text.append(p.left())
                            .append(' ')
                            .append(p.top())
                            .append(' ')
                            .append(p.width())
                            .append(' ');
                    text.append(p.height()).append(' ').append(Arrays.toString(p.keypoints()));
                    text.append(Arrays.toString(p.appearance()));
                }
                yield text.toString();
            }
            case ItemReading i -> i.toString();
            case GateScan g -> g.toString();
            case GateCrossing g -> g.toString();
            case StaffNotice s -> s.toString();
            case PlanogramChange p -> p.toString();
            case CatalogChange c -> c.toString();
            case KioskVisit k -> k.toString();
        };
    }

    /** Consecutive samples of one plate, {@code intervalMillis} apart, the first at {@code t}. */
    record WeightSamples(long t, String plateId, double intervalMillis, double[] grams) implements Observation {
        public WeightSamples {
            Check.that(grams.length > 0, "grams must not be empty");
            Check.that(
                    intervalMillis > 0 && intervalMillis <= 60_000,
                    "interval must be within 0..60000 ms, is " + intervalMillis);
            for (double g : grams) {
                Check.finite("grams", g);
            }
        }

        @Override
        public String type() {
            return "weight";
        }

        @Override
        public String sensorId() {
            return plateId;
        }

        @Override
        public long ownTime() {
            return timeOf(grams.length - 1);
        }

        /** When sample {@code i} was taken. */
        public long timeOf(int i) {
            return t + (long) (i * intervalMillis);
        }
    }

    /** What one camera saw at one moment. The people come in an order of their own content. */
    record CameraFrame(long t, String cameraId, List<PersonDetection> people) implements Observation {
        public CameraFrame {
            people = people.size() < 2
                    ? List.copyOf(people)
                    : people.stream().sorted(PersonDetection.BY_CONTENT).toList();
        }

        @Override
        public String type() {
            return "detections";
        }

        @Override
        public String sensorId() {
            return cameraId;
        }
    }

    /** An item recogniser's reading of something held near a shelf; what the candidates leave of 1 is "none of these". */
    record ItemReading(long t, String cameraId, Point3 position, List<Candidate> candidates) implements Observation {
        /** One possible product. */
        public record Candidate(Gtin gtin, double probability) implements Serializable {
            public Candidate {
                Check.probability("p of " + gtin, probability);
            }
        }

        public ItemReading {
            candidates = List.copyOf(candidates);
        }

        @Override
        public String type() {
            return "item";
        }

        @Override
        public String sensorId() {
            return cameraId;
        }
    }

    /** An entry code was accepted: {@code partySize} people may enter on {@code token}. */
    record GateScan(long t, String gateId, String token, int partySize) implements Observation {
        public GateScan {
            Check.named("token", token);
            Check.that(partySize >= 1, "partySize must be at least 1, is " + partySize);
        }

        @Override
        public String type() {
            return "gate";
        }

        @Override
        public String sensorId() {
            return gateId;
        }
    }

    /** A gate's beam saw one person pass. */
    record GateCrossing(long t, String gateId) implements Observation {
        @Override
        public String type() {
            return "gate";
        }

        @Override
        public String sensorId() {
            return gateId;
        }
    }

    /** From now on the visit is one of staff. */
    record StaffNotice(long t, String token, String role) implements Observation {
        @Override
        public String type() {
            return "staff";
        }

        @Override
        public String sensorId() {
            return token;
        }
    }

    /** From now on the plate carries these products. */
    record PlanogramChange(long t, String plateId, List<PlanogramRow> rows) implements Observation {
        public PlanogramChange {
            rows = List.copyOf(rows);
        }

        @Override
        public String type() {
            return "planogram";
        }

        @Override
        public String sensorId() {
            return plateId;
        }
    }

    /** From now on these products are known, or known so. */
    record CatalogChange(long t, List<Product> products) implements Observation {
        public CatalogChange {
            products = List.copyOf(products);
        }

        @Override
        public String type() {
            return "catalog";
        }

        @Override
        public String sensorId() {
            return "";
        }
    }

    /** The visit was identified at this kiosk, by a person within arm's reach. */
    record KioskVisit(long t, String kioskId, String token) implements Observation {
        @Override
        public String type() {
            return "kiosk";
        }

        @Override
        public String sensorId() {
            return kioskId;
        }
    }
}
