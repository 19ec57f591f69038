package org.openaisle.simulator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openaisle.simulator.DrawnWall.Cell;
import org.openaisle.simulator.DrawnWall.Pile;
import org.openaisle.simulator.DrawnWall.Side;

/** Reads a script line by line: shelves first, then people and faults. What it does not understand it refuses. */
final class ScriptReader {
    private final Map<Side, List<List<Cell>>> walls = new LinkedHashMap<>();
    private final List<Pile> piles = new ArrayList<>();
    private final List<Role> roles = new ArrayList<>();
    private final List<Mishap> mishaps = new ArrayList<>();
    private final List<String> gifts = new ArrayList<>();

    Script read(String text) {
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            if (!line.isBlank()) {
                try {
                    line(line.strip());
                } catch (Words.Unread e) {
                    throw new IllegalArgumentException(
                            "line " + number + " of the script, '" + line.strip() + "': " + e.getMessage(), e);
                }
            }
        }
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("nobody comes in this script. Maybe add 'anna | 0s enter | 10s leave'?");
        }
        for (String name : gifts) {
            if (roles.stream().noneMatch(r -> r.name().equals(name))) {
                throw new IllegalArgumentException("something is given to '" + name + "', who is not in the script");
            }
        }
        List<DrawnWall> drawn = new ArrayList<>();
        walls.forEach((side, shelves) -> {
            Collections.reverse(shelves);
            drawn.add(new DrawnWall(side, shelves));
        });
        return new Script(drawn, roles, mishaps);
    }

    private void line(String line) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.split("\\|", -1)) {
            cells.add(cell.strip());
        }
        String head = cells.removeFirst();
        if (!cells.isEmpty() && cells.getLast().isEmpty()) {
            cells.removeLast(); // a bar at the end closes the drawing
        }
        if (cells.isEmpty()) {
            throw new Words.Unread("expected bars, as in 'anna | 0s enter | 10s leave'");
        }
        switch (head) {
            case "left" -> shelf(Side.LEFT, cells);
            case "back" -> shelf(Side.BACK, cells);
            case "right" -> shelf(Side.RIGHT, cells);
            case "faults" -> cells.forEach(cell -> mishaps.add(mishap(new Words(cell))));
            default -> roles.add(role(head, cells));
        }
    }

    private void shelf(Side side, List<String> cells) {
        if (!roles.isEmpty() || !mishaps.isEmpty()) {
            throw new Words.Unread("shelves come before people and faults");
        }
        List<Cell> shelf = new ArrayList<>();
        for (String cell : cells) {
            List<Pile> here = new ArrayList<>();
            int plates = 1;
            for (String part : cell.split(",", -1)) {
                Words words = new Words(part);
                Pile pile = new Pile(words.name(), words.grams(), words.times());
                plates = words.skip("over") ? words.count() : plates;
                words.end();
                if (Script.indexOf(pile.product(), piles) >= 0) {
                    throw new Words.Unread("'" + pile.product() + "' has a place already");
                }
                here.add(pile);
                piles.add(pile);
            }
            if (plates > 1 && here.size() > 1) {
                throw new Words.Unread("only a single product can lie over several plates");
            }
            shelf.add(new Cell(here, plates));
        }
        walls.computeIfAbsent(side, s -> new ArrayList<>()).add(shelf);
    }

    private Role role(String head, List<String> cells) {
        String[] parts = head.split(",", -1);
        Words first = new Words(parts[0]);
        String name = first.name();
        first.end();
        if (roles.stream().anyMatch(r -> r.name().equals(name))) {
            throw new Words.Unread("'" + name + "' is in the script already");
        }
        Role role = new Role(name, name, false, true, false, 0, List.of());
        for (int i = 1; i < parts.length; i++) {
            Words words = new Words(parts[i]);
            role = switch (words.oneOf("with", "child", "without", "staff", "code")) {
                case "with" -> new Role(name, leader(words), role.child(), true, false, 0, List.of());
                case "child" -> {
                    words.expect("of");
                    yield new Role(name, leader(words), true, true, false, 0, List.of());
                }
                case "without" -> {
                    words.expect("code");
                    yield new Role(name, name, role.child(), false, false, 0, List.of());
                }
                case "staff" -> new Role(name, name, false, true, true, 0, List.of());
                default -> {
                    words.expect("for");
                    yield new Role(name, name, false, true, false, words.count(), List.of());
                }
            };
            words.end();
        }
        DeedReader deeds = new DeedReader(piles, gifts);
        List<Role.Cue> cues = cells.stream().map(deeds::cue).toList();
        return new Role(name, role.party(), role.child(), role.code(), role.staff(), role.announced(), cues);
    }

    private String leader(Words words) {
        String name = words.name();
        if (roles.stream().noneMatch(r -> r.name().equals(name) && r.party().equals(name))) {
            throw new Words.Unread("'" + name + "' has no line above with a party of their own");
        }
        return name;
    }

    private Mishap mishap(Words words) {
        long from = words.millis();
        List<String> products = new ArrayList<>();
        List<Integer> cameras = new ArrayList<>();
        if (words.skip("camera")) {
            cameras.add(words.upTo(FloorPlan.SCENE_CAMERAS));
        } else if (words.skip("cameras")) {
            for (int i = 1; i <= FloorPlan.SCENE_CAMERAS; i++) {
                cameras.add(i);
            }
        } else {
            products.add(words.product(piles));
        }
        Scale.Fault fault =
                switch (cameras.isEmpty() ? words.oneOf("silent", "stuck", "noisy") : words.oneOf("silent")) {
                    case "stuck" -> Scale.Fault.STUCK;
                    case "noisy" -> Scale.Fault.NOISY;
                    default -> Scale.Fault.SILENT;
                };
        long until = words.skip("for") ? from + words.millis() : Long.MAX_VALUE / 2;
        words.end();
        return new Mishap(products, cameras, fault, from, until);
    }
}
