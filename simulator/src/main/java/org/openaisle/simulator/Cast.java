package org.openaisle.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openaisle.model.Point2;
import org.openaisle.model.Truth;

/** The people of a script, who do what it says. */
final class Cast implements Course {
    private final Script script;
    private final List<Board> boards;
    private final long seed;
    private final List<DrawnWall.Pile> piles;
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Map<String, Person> people = new LinkedHashMap<>();

    Cast(Script script, List<Board> boards, long seed) {
        this.script = script;
        this.boards = boards;
        this.seed = seed;
        this.piles = script.piles();
    }

    @Override
    public boolean closing(long now) {
        return false;
    }

    @Override
    public void tick(World world, long now) {
        for (Role role : script.roles()) {
            long enters = Script.begin() + role.cues().getFirst().atMillis();
            if (now >= enters && !people.containsKey(role.name())) {
                Group group = groups.get(role.party());
                if (group == null) {
                    group = group(role);
                    groups.put(role.party(), group);
                    world.arrive(group);
                }
                Person who = person(role, group, world);
                people.put(role.name(), who);
            }
        }
    }

    private Group group(Role first) {
        Group group = new Group(first.code() ? first.party() : null, first.staff());
        int members = (int) script.roles().stream()
                .filter(r -> r.party().equals(first.party()))
                .count();
        group.announced = first.announced() > 0 ? first.announced() : members;
        return group;
    }

    private Person person(Role role, Group group, World world) {
        Dice own = Dice.of(seed, "person " + role.name());
        Dice clothes = role.staff() ? Dice.of(seed, "uniform") : own;
        Doorway door = world.entryDoor(own);
        Person who =
                Person.of(people.size() + 1, group, role.child(), Script.PARAMETERS.visitors(), own, clothes, door);
        for (Role.Cue cue : role.cues()) {
            act(who, cue.deed(), Script.begin() + cue.atMillis(), door, world);
        }
        world.queue(who, door);
        return who;
    }

    /** Puts on somebody's agenda what a deed takes. */
    private void act(Person who, Deed deed, long at, Doorway door, World world) {
        switch (deed) {
            case Deed.Enter enter -> {
                for (Deed.Goods goods : enter.brings()) {
                    for (int i = 0; i < goods.units(); i++) {
                        who.cart.add(world.deliver(index(goods.product())));
                    }
                }
                who.agenda.add(new Enter(door));
            }
            case Deed.Take take -> {
                Truth.Kind kind = who.group.staff ? Truth.Kind.RESTOCK : Truth.Kind.TAKE;
                int product = index(take.goods().product());
                int units = take.goods().units();
                Board board = board(take.plate());
                reach(who, at, take.stance(), new Reach.Pick(board, product, units, kind, take.lifting()));
            }
            case Deed.Put put -> {
                Board board = board(put.plate());
                approach(who, at, put.stance(), board);
                Activity putDown = (p, w, now) -> {
                    w.next(
                            p,
                            new Reach.Put(board, held(p, put.goods().product()), p.group.staff)
                                    .with(put.stance().hand()));
                    return true;
                };
                for (int i = 0; i < put.goods().units(); i++) {
                    who.agenda.add(putDown);
                }
            }
            case Deed.Lay lay -> reach(who, at, lay.stance(), new Reach.Foreign(board(lay.plate()), lay.grams(), true));
            case Deed.Fetch fetch ->
                reach(who, at, fetch.stance(), new Reach.Foreign(board(fetch.plate()), fetch.grams(), false));
            case Deed.Touch touch ->
                reach(who, at, touch.stance(), new Reach.Touch(board(touch.plate()), index(touch.plate())));
            case Deed.Give give -> {
                who.agenda.add(until(at, null));
                who.agenda.add((p, w, now) -> {
                    w.next(p, new Give(inside(give.to()), held(p, give.product())));
                    return true;
                });
            }
            case Deed.Leave() -> {
                who.agenda.add(until(at, null));
                who.agenda.add(new Leave());
            }
            case Deed.Vanish() -> {
                who.agenda.add(until(at, null));
                who.agenda.add((p, w, now) -> {
                    w.gone(p, now);
                    return true;
                });
            }
        }
    }

    private void reach(Person who, long at, Deed.Stance stance, Reach reach) {
        approach(who, at, stance, reach.board);
        who.agenda.add(reach.with(stance.hand()));
    }

    /** Goes to where a plate can be reached, and waits there for the moment. */
    private void approach(Person who, long at, Deed.Stance stance, Board board) {
        String before = stance.before();
        who.agenda.add(new Approach(before == null ? board : board(before), stance.asideMetres()));
        who.agenda.add(until(at, board.middle()));
    }

    private static Activity until(long at, @Nullable Point2 facing) {
        return (who, world, now) -> {
            who.vx = 0;
            who.vy = 0;
            if (facing != null) {
                who.turnTo(facing);
            }
            return now >= at;
        };
    }

    private Unit held(Person who, String product) {
        int index = index(product);
        for (Unit unit : who.cart) {
            if (unit.product == index) {
                return unit;
            }
        }
        throw new IllegalStateException("a script has somebody put down or give " + product
                + ", which they do not have. Maybe the plate was" + " empty, or the handover came too late?");
    }

    private Person inside(String name) {
        Person who = people.get(name);
        if (who == null) {
            throw new IllegalStateException("a script has somebody give something to " + name
                    + ", who has not come yet. Maybe let that happen later?");
        }
        return who;
    }

    private int index(String product) {
        return Script.indexOf(product, piles);
    }

    private Board board(String product) {
        int index = index(product);
        return boards.stream().filter(b -> b.belongs(index)).findFirst().orElseThrow();
    }
}
