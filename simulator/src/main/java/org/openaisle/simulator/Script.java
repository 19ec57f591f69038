package org.openaisle.simulator;

import java.util.ArrayList;
import java.util.List;

/**
 * A scene in a store, written down: the shelves, who comes, what they do and when, and what breaks. What a script leaves open,
 * where the cameras hang, say, or how a plate rings, a seed decides ({@link Simulation#of(Script, long)}).
 *
 * <pre>
 * back   | cola 355g x6 | soda 355g x6 |
 * anna   | 0s enter | 7s take cola, left hand | 16s leave
 * ben    | 1s enter | 8s take 2 soda, standing at cola | 18s leave
 * faults | 5s soda stuck
 * </pre>
 *
 * <p><b>Shelves.</b> A line is a shelf on the {@code back}, {@code left} or {@code right} wall, as seen from the gates; several lines of a wall
 * are its shelves from above. A cell is a plate, from left to right: its products with the weight of a unit and their number. {@code x6 over 3}:
 * each unit lies across three narrow plates. Products whose names are the same up to a hyphen look alike, as flavours do.
 *
 * <p><b>People.</b> A name, perhaps with {@code with NAME} or {@code child of NAME} (of that one's party), {@code without code}, {@code staff},
 * {@code code for N}. Then what they do, in the order of time: {@code enter [with N PRODUCT]}, {@code take [N] PRODUCT [from PRODUCT]},
 * {@code put [N] PRODUCT [on PRODUCT]}, {@code give PRODUCT to NAME}, {@code lay THING 500g on PRODUCT}, {@code fetch THING}, {@code touch PRODUCT},
 * {@code leave}, and {@code vanish}, by a way that no sensor sees. A plate is named by a product that belongs there. People walk as soon as they
 * can; the time is when the hand sets out. After a comma: {@code left hand}, {@code right hand}, {@code standing at PRODUCT},
 * {@code standing left}, {@code standing right}, and for what is taken {@code held 20s} (above the plate), {@code tilted 5s} (half on it),
 * {@code lifted over 4s}.
 *
 * <p><b>Faults.</b> {@code PRODUCT}, meaning its plate, {@code camera N} or {@code cameras} (all), then {@code silent}, or for plates
 * {@code stuck} or {@code noisy}, perhaps {@code for 2s}.
 */
public final class Script {
    static final SimulationParameters PARAMETERS =
            SimulationParameters.of(StoreKind.CORNER, Mix.CALM).withoutWhims();
    private static final long AFTER = 25_000;

    private final List<DrawnWall> walls;
    private final List<Role> roles;
    private final List<Mishap> mishaps;

    Script(List<DrawnWall> walls, List<Role> roles, List<Mishap> mishaps) {
        this.walls = List.copyOf(walls);
        this.roles = List.copyOf(roles);
        this.mishaps = List.copyOf(mishaps);
    }

    /** @throws IllegalArgumentException when a line cannot be understood; the message names it */
    public static Script parse(String text) {
        return new ScriptReader().read(text);
    }

    /** Event time of the script's second 0. */
    public static long begin() {
        return PARAMETERS.startMillis();
    }

    /** When a scene ends: long enough after the last deed for everybody to be out and decided. */
    long end() {
        long last = 0;
        for (Role role : roles) {
            last = Math.max(last, role.cues().getLast().atMillis());
        }
        return begin() + last + AFTER;
    }

    List<DrawnWall> walls() {
        return walls;
    }

    List<Role> roles() {
        return roles;
    }

    /** Everything that stands on the shelves, in the order of the planogram. */
    List<DrawnWall.Pile> piles() {
        List<DrawnWall.Pile> piles = new ArrayList<>();
        for (DrawnWall wall : walls) {
            wall.shelves().forEach(shelf -> shelf.forEach(cell -> piles.addAll(cell.piles())));
        }
        return piles;
    }

    /** A product's place among {@link #piles}; -1 when there is none of that name. */
    static int indexOf(String product, List<DrawnWall.Pile> piles) {
        for (int i = 0; i < piles.size(); i++) {
            if (piles.get(i).product().equals(product)) {
                return i;
            }
        }
        return -1;
    }

    void breakThings(List<Scale> scales, List<Eye> eyes) {
        List<DrawnWall.Pile> piles = piles();
        for (Mishap m : mishaps) {
            for (Scale scale : scales) {
                if (m.products().stream().anyMatch(p -> scale.board().belongs(indexOf(p, piles)))) {
                    scale.fail(
                            m.fault(),
                            begin() + m.from(),
                            begin() + m.until(),
                            PARAMETERS.faults().noiseFactor());
                }
            }
            for (int camera : m.cameras()) {
                eyes.get(camera - 1).sleep(begin() + m.from(), begin() + m.until());
            }
        }
    }
}
