package org.openaisle.recording;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The contract's watermark: the newest own time so far less 2 s, never going back; with a guard against sensors whose clocks leap.
 *
 * <p><b>Late.</b> A line whose own time is before the watermark is told as a problem and left out.
 *
 * <p><b>Ahead.</b> A line is <i>believed</i> when its own time is at most 10 s ahead of the newest that the <i>other</i> sensors were
 * believed to say. Any other line is set aside, until one of these holds:
 *
 * <ol>
 *   <li><i>Others agree:</i> at least two sensors said last a time within 10 s of it, and they are more than those which said last
 *       a time within 10 s of the newest believed one. So the first sensors after a night's silence carry the day, and one with a
 *       leaping clock never does, nor do a few behind one gateway.
 *   <li><i>Nobody is there to contradict:</i> the sensor has gone on by more than 10 s, in steps of at most 10 s, without a word from
 *       any other that was believed, or went on less than a minute behind. So the only sensor that is left, or that there is, goes on.
 * </ol>
 *
 * Then the newest believed time is that of those who agree, and what was set aside up to it (and 10 s more) is let through in order of
 * arrival. What is still set aside when the others have gone on by 10 s without agreeing is told as a problem and dropped.
 *
 * <p><b>The beginning.</b> Nothing is believed before the first agreement: at least two sensors near each other, and more of them than of
 * all other sensors heard so far. Or one alone, as above, when no other is further back. What lies more than 10 minutes before the first
 * agreement is dropped: a clock that leapt back.
 *
 * <p>Sensors are plates, cameras (item readings are their camera's), gates, kiosks, and one for all that an office says.
 */
public final class EventTime {
    /** How long a line may be on its way. */
    public static final long LATENESS_MILLIS = 2_000;

    /** A step ahead of all others that is no longer believed. */
    static final long LEAP_MILLIS = 10_000;

    /** How far behind a sensor that goes on still speaks against one that runs ahead. */
    private static final long CONTRADICTION_MILLIS = 60_000;

    private static final long OLDEST_BEGINNING_MILLIS = 600_000;

    /** Bounds the memory that a mad clock can cost. */
    private static final int MOST_ASIDE = 20_000;

    private static final long NEVER = Long.MIN_VALUE;

    private record Aside(Parsed.Good line, SensorClock sensor, long newestThen) {}

    private final String file;
    private final Consumer<Problem> problems;
    private final List<Map<String, SensorClock>> byKind =
            List.of(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
    private final List<SensorClock> sensors = new ArrayList<>();
    private final ArrayDeque<Aside> aside = new ArrayDeque<>();

    private long newest = NEVER;
    /** Who said the newest believed time, and the newest that anybody else said. */
    private @Nullable SensorClock leader;

    private long newestOfOthers = NEVER;

    private long arrivals;
    /** Who was heard last with something to be reckoned with, when (by arrival), and when the last one before that was somebody else. */
    private @Nullable SensorClock heardLast;

    private long heardLastAt = NEVER;
    private long heardBeforeAt = NEVER;

    /**
     * @param file the name that problems carry
     * @param problems told of lines that are left out
     */
    public EventTime(String file, Consumer<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Everything before it is complete; {@link Long#MIN_VALUE} before the first agreement. */
    public long watermark() {
        return newest == NEVER ? NEVER : newest - LATENESS_MILLIS;
    }

    /** The newest own time that is believed; {@link Long#MIN_VALUE} before the first agreement. */
    public long newest() {
        return newest;
    }

    /**
     * Takes the next line in order of arrival.
     *
     * @return what is to be observed now, before {@link #watermark()} is: mostly the line itself, nothing when it is late or set aside,
     *     or it and all that waited for it
     */
    public List<Parsed.Good> accept(Parsed.Good line) {
        long time = line.observation().ownTime();
        SensorClock sensor = sensor(line);
        arrivals++;
        boolean goesOn = time > sensor.newest();
        sensor.says(time, arrivals, sensor == heardLast ? heardBeforeAt : heardLastAt);
        if (newest != NEVER) {
            if (time < watermark()) {
                if (goesOn && time > newest - CONTRADICTION_MILLIS) {
                    hear(sensor);
                }
                tell(
                        line,
                        Problem.Kind.LATE,
                        "is " + seconds(newest - time) + " s behind the newest, left out (2 s are allowed)");
                return List.of();
            }
            long others = sensor == leader ? newestOfOthers : newest;
            if (others != NEVER && time <= others + LEAP_MILLIS) {
                believe(sensor, time);
                dropContradicted();
                return List.of(line);
            }
        }
        setAside(line, sensor);
        return agreed(sensor, time) ? release(time) : List.of();
    }

    /** The end of all input: lets through what at least two sensors agree on, or all when nothing was believed yet. */
    public List<Parsed.Good> finish() {
        SensorClock best = null;
        int most = newest == NEVER ? 0 : 1;
        for (Aside a : aside) {
            int agreeing = countNear(a.sensor.newest());
            if (agreeing > most || (best != null && agreeing == most && a.sensor.newest() < best.newest())) {
                best = a.sensor;
                most = agreeing;
            }
        }
        List<Parsed.Good> released = best == null ? List.of() : release(best.newest());
        aside.forEach(this::drop);
        aside.clear();
        return released;
    }

    private SensorClock sensor(Parsed.Good line) {
        String name = SensorClock.nameOf(line.observation());
        Map<String, SensorClock> known = byKind.get(SensorClock.kindOf(line.observation()));
        SensorClock sensor = known.get(name);
        if (sensor == null) {
            sensor = new SensorClock(name);
            known.put(name, sensor);
            sensors.add(sensor);
        }
        return sensor;
    }

    private void believe(SensorClock sensor, long time) {
        hear(sensor);
        if (sensor == leader) {
            newest = Math.max(newest, time);
        } else if (time >= newest) {
            newestOfOthers = newest;
            newest = time;
            leader = sensor;
        } else {
            newestOfOthers = Math.max(newestOfOthers, time);
        }
    }

    private void hear(SensorClock sensor) {
        if (sensor != heardLast) {
            heardBeforeAt = heardLastAt;
            heardLast = sensor;
        }
        heardLastAt = arrivals;
    }

    private void setAside(Parsed.Good line, SensorClock sensor) {
        aside.add(new Aside(line, sensor, newest));
        if (aside.size() > MOST_ASIDE) {
            drop(aside.remove());
        }
    }

    private boolean agreed(SensorClock sensor, long time) {
        int agreeing = countNear(time);
        if (agreeing >= 2 && agreeing > countAgainst(time)) {
            return true;
        }
        return sensor.isAlone() && (newest != NEVER || noneIsBefore(time - LEAP_MILLIS));
    }

    private int countNear(long time) {
        int count = 0;
        for (SensorClock s : sensors) {
            count += s.near(time) ? 1 : 0;
        }
        return count;
    }

    private int countAgainst(long time) {
        int count = 0;
        for (SensorClock s : sensors) {
            count += !s.near(time) && (newest == NEVER || s.near(newest)) ? 1 : 0;
        }
        return count;
    }

    private boolean noneIsBefore(long time) {
        for (SensorClock s : sensors) {
            if (s.newest() < time) {
                return false;
            }
        }
        return true;
    }

    private List<Parsed.Good> release(long time) {
        boolean first = newest == NEVER;
        for (SensorClock s : sensors) {
            if (s.near(time)) {
                believe(s, s.newest());
            }
        }
        List<Parsed.Good> released = new ArrayList<>();
        List<Aside> waiting = new ArrayList<>();
        long last = newest + LEAP_MILLIS;
        for (Iterator<Aside> all = aside.iterator(); all.hasNext(); ) {
            Aside a = all.next();
            long own = a.line.observation().ownTime();
            if (own > last) {
                // Starts anew: it has been contradicted only from now on.
                waiting.add(first ? new Aside(a.line, a.sensor, newest) : a);
            } else if (first && own < newest - OLDEST_BEGINNING_MILLIS) {
                drop(a);
            } else {
                released.add(a.line);
                newest = Math.max(newest, own);
            }
        }
        aside.clear();
        aside.addAll(waiting);
        return released;
    }

    private void dropContradicted() {
        while (!aside.isEmpty() && aside.element().newestThen < newest - LEAP_MILLIS) {
            drop(aside.remove());
        }
    }

    private void drop(Aside a) {
        long ahead = a.line.observation().ownTime() - newest;
        String how = ahead >= 0 ? seconds(ahead) + " s ahead of" : seconds(-ahead) + " s behind";
        tell(a.line, Problem.Kind.CLOCK, "is " + how + " what the other sensors say, left out. Maybe its clock leapt?");
    }

    private void tell(Parsed.Good line, Problem.Kind kind, String message) {
        String who = line.observation().type() + " of " + SensorClock.nameOf(line.observation()) + " at "
                + line.observation().ownTime() + " ";
        problems.accept(new Problem(file, line.line(), kind, who + message));
    }

    private static String seconds(long millis) {
        return millis / 1000 + "." + millis % 1000 / 100;
    }
}
