package org.openaisle.simulator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings people to the door, by a Poisson process. */
final class Visitors implements Course {
    private final SimulationParameters parameters;
    private final long seed;
    private final Dice dice;
    private final double[] popularity;
    private final List<Board> favourites = new ArrayList<>();
    private final List<Board> boards;
    private final long lastEntry;
    private double nextParty;
    private double nextStaff;
    private int people;
    private int groups;

    Visitors(SimulationParameters parameters, List<Board> boards, long seed, long end) {
        this.parameters = parameters;
        this.seed = seed;
        this.boards = boards;
        this.dice = Dice.of(seed, "visitors");
        this.popularity = new double[boards.size()];
        for (int i = 0; i < popularity.length; i++) {
            popularity[i] = StrictMath.pow(1 + dice.below(boards.size()), -0.5);
        }
        for (int i = 0; i < 3; i++) {
            favourites.add(dice.pick(boards));
        }
        lastEntry = end - parameters.visitors().lastEntryMillis();
        nextParty = parameters.startMillis() + 1_500;
        double every = parameters.visitors().staffEveryMinutes();
        nextStaff = every == 0
                ? Double.POSITIVE_INFINITY
                : parameters.startMillis() + 60_000 * dice.uniform(0.2, 0.7) * every;
    }

    @Override
    public boolean closing(long now) {
        return now > lastEntry + 0.4 * parameters.visitors().lastEntryMillis();
    }

    @Override
    public void tick(World world, long now) {
        if (now > lastEntry) {
            return;
        }
        if (now >= nextParty) {
            nextParty = now
                    + Math.max(
                            1_000,
                            dice.exponential(60_000 / parameters.visitors().perMinute()));
            party(world);
        }
        if (now >= nextStaff) {
            nextStaff = now
                    + 60_000 * dice.uniform(0.7, 1.3) * parameters.visitors().staffEveryMinutes();
            staff(world);
        }
    }

    private void party(World world) {
        SimulationParameters.Visitors v = parameters.visitors();
        Doorway door = world.entryDoor(dice);
        Group group = new Group(token(), false);
        int size = 1;
        if (dice.chance(v.partyChance())) {
            size = Math.min(v.largestParty(), 2 + (int) dice.exponential(0.8));
        }
        List<Shopping.Wish> shared = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            boolean child = i > 0 && dice.chance(v.childChance());
            Person p = person(group, child, door);
            boolean shops = i == 0 || !child && dice.chance(0.5);
            p.agenda.add(new Enter(door));
            if (shops) {
                List<Shopping.Wish> wishes = wishes(world, p.dice, shared);
                p.agenda.add(new Shopping(wishes, parameters.habits(), p.dice));
                shared.addAll(wishes);
            } else {
                p.agenda.add(new Accompanying(p.dice.below(3)));
            }
            p.agenda.add(new Leave());
        }
        world.arrive(group, door);
        if (dice.chance(v.tailgateChance())) {
            Group alone = new Group(null, false);
            Person p = person(alone, false, door);
            p.agenda.add(new Enter(door));
            p.agenda.add(new Shopping(wishes(world, p.dice, List.of()), parameters.habits(), p.dice));
            p.agenda.add(new Leave());
            world.arrive(alone, door);
        }
    }

    private void staff(World world) {
        Doorway door = world.entryDoor(dice);
        Group group = new Group(token(), true);
        Person p = person(group, false, door);
        int kinds = 1 + dice.below(4);
        for (int k = 0; k < kinds; k++) {
            Board board = dice.pick(boards);
            int product = board.products[dice.below(board.products.length)];
            int n = 2 + dice.below(4);
            for (int i = 0; i < n; i++) {
                p.cart.add(world.deliver(product));
            }
        }
        p.agenda.add(new Enter(door));
        p.agenda.add(new Stocking(2 + dice.below(5)));
        p.agenda.add(new Leave());
        world.arrive(group, door);
    }

    private Person person(Group group, boolean child, Doorway door) {
        int number = ++people;
        Dice own = Dice.of(seed, "person " + number);
        Dice clothes = group.staff ? Dice.of(seed, "uniform") : own;
        return Person.of(number, group, child, parameters.visitors(), own, clothes, door);
    }

    private List<Shopping.Wish> wishes(World world, Dice own, List<Shopping.Wish> first) {
        SimulationParameters.Habits habits = parameters.habits();
        List<Shopping.Wish> wishes = new ArrayList<>();
        if (own.chance(habits.nothingChance())) {
            if (own.chance(0.6)) { // looks at something, and goes
                Board board = own.pick(boards);
                wishes.add(new Shopping.Wish(board, board.products[0], 0));
            }
            return wishes;
        }
        int n = 1 + (int) own.exponential(habits.meanTakes() - 0.5);
        for (int i = 0; i < Math.min(n, 15); i++) {
            boolean along = !first.isEmpty() && own.chance(0.6); // those of a party like to stay near each other
            Board board = along
                    ? world.besides(own.pick(first).board(), own)
                    : own.chance(habits.crowdChance())
                            ? world.besides(own.pick(favourites), own)
                            : boards.get(own.weighted(popularity));
            int count = own.chance(habits.severalChance()) ? own.chance(0.8) ? 2 : 3 : 1;
            wishes.add(new Shopping.Wish(board, board.products[own.below(board.products.length)], count));
        }
        return wishes;
    }

    /** An opaque visit token. */
    private @Nullable String token() {
        Dice own = Dice.of(seed, "token " + ++groups);
        return "t" + Long.toHexString(own.bits() >>> 16 | 1L << 47);
    }
}
