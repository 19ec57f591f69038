package org.openaisle.simulator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openaisle.model.Kiosk;
import org.openaisle.model.Truth;

/** A customer's mind: goes for one wish after the other, changes it now and then, and has enough at last. */
final class Shopping implements Activity {
    /** Something that somebody has come for; a count of 0: only to look at it. */
    record Wish(Board board, int product, int count) {}

    private final List<Wish> wishes;
    private final List<Unit> regrets = new ArrayList<>();
    private boolean kiosk;
    private boolean gives;
    private boolean givesToStranger;
    private double thing;
    private @Nullable Board thingOn;
    private @Nullable Wish current;
    private int before;

    Shopping(List<Wish> wishes, SimulationParameters.Habits habits, Dice dice) {
        this.wishes = new ArrayList<>(wishes);
        this.kiosk = dice.chance(habits.kioskChance());
        this.gives = dice.chance(habits.handoverChance());
        this.givesToStranger = dice.chance(habits.strangerChance());
        this.thing = dice.chance(habits.foreignChance()) ? dice.logUniform(120, 2500) : 0;
    }

    @Override
    public boolean step(Person who, World world, long now) {
        Wish done = current;
        if (done != null) {
            current = null;
            thinkAgain(who, world, done);
            return false;
        }
        Board laid = thingOn;
        if (laid != null) {
            thingOn = null;
            world.next(who, new Approach(laid, 0.1), new Reach.Foreign(laid, thing, false));
            thing = 0;
            return false;
        }
        Together invited = who.invitation;
        if (invited != null) {
            who.invitation = null;
            invited.plan(who, world, invited.board.products[0], -0.22);
            return false;
        }
        if (world.closing(now)) {
            wishes.clear();
            regrets.clear();
            kiosk = false;
        }
        if (!who.cart.isEmpty() && offer(who, world)) {
            return false;
        }
        regrets.removeIf(u -> !who.cart.contains(u));
        if (!regrets.isEmpty() && (wishes.isEmpty() || who.dice.chance(0.4))) {
            Unit unit = regrets.remove(0);
            Board home = world.home(unit.product);
            world.next(who, new Approach(home, aside(who)), new Reach.Put(home, unit, false));
            return false;
        }
        if (!wishes.isEmpty()) {
            goFor(who, world, nearest(who));
            return false;
        }
        if (kiosk && who.group.token != null && !world.kiosks().isEmpty()) {
            kiosk = false;
            Kiosk k = who.dice.pick(world.kiosks());
            world.next(
                    who,
                    new Walk(world.floor.nearestFree(k.position()), 0.15),
                    new Rest((long) who.dice.uniform(1_500, 4_000), k.position()),
                    new AtKiosk(k),
                    new Rest((long) who.dice.uniform(1_000, 2_500), k.position()));
            return false;
        }
        return true;
    }

    private void goFor(Person who, World world, Wish first) {
        SimulationParameters.Habits habits = world.parameters.habits();
        Dice dice = who.dice;
        wishes.remove(first);
        Wish wish = first;
        if (first.board.units(first.product).isEmpty()) { // sold out: what stands beside it will do
            Board other = world.besides(first.board, dice);
            wish = new Wish(other, other.products[dice.below(other.products.length)], first.count);
        }
        current = wish;
        before = who.cart.size();
        Person rival = dice.chance(habits.rivalChance()) && wish.count > 0 ? world.rivalNear(who) : null;
        if (rival != null) {
            Together both = new Together(wish.board);
            rival.invitation = both;
            both.plan(who, world, wish.product, 0.22);
            return;
        }
        List<Activity> plan = new ArrayList<>();
        plan.add(new Approach(wish.board, aside(who)));
        plan.add(new Rest((long) dice.uniform(300, 2_500), wish.board.middle()));
        if (thing > 0 && dice.chance(0.6)) {
            Board place = dice.chance(0.5) ? wish.board : world.besides(wish.board, dice);
            plan.add(new Reach.Foreign(place, thing, true));
            plan.add(new Rest((long) dice.uniform(1_000, 4_000), wish.board.middle()));
            thingOn = place;
        }
        if (dice.chance(habits.touchChance())) {
            plan.add(new Reach.Touch(wish.board, wish.product));
        }
        boolean twice = wish.count > 1 && dice.chance(habits.twiceChance() / habits.severalChance());
        if (twice) {
            plan.add(new Reach.Pick(wish.board, wish.product, 1, Truth.Kind.TAKE));
            plan.add(new Rest((long) dice.uniform(100, 1_500), wish.board.middle()));
        }
        if (wish.count > 0) {
            plan.add(new Reach.Pick(wish.board, wish.product, twice ? wish.count - 1 : wish.count, Truth.Kind.TAKE));
        }
        Board stray = world.strayNear(wish.board);
        if (stray != null && wish.count > 0 && dice.chance(habits.strayChance())) {
            plan.add(new Approach(stray, aside(who)));
            plan.add(new Reach.Pick(stray, stray.strays().get(0).product, 1, Truth.Kind.TAKE));
        }
        plan.add(new Rest((long) dice.uniform(300, 1_200), wish.board.middle()));
        world.next(who, plan.toArray(Activity[]::new));
    }

    /** After a pick: keep it, put it back now or later, or put it down somewhere else. */
    private void thinkAgain(Person who, World world, Wish wish) {
        if (who.cart.size() <= before) {
            return;
        }
        SimulationParameters.Habits habits = world.parameters.habits();
        Dice dice = who.dice;
        Unit last = who.cart.get(who.cart.size() - 1);
        if (dice.chance(habits.returnChance())) {
            if (dice.chance(0.5)) {
                regrets.add(last);
                return;
            }
            Board home = world.home(last.product);
            List<Activity> plan = new ArrayList<>();
            plan.add(new Rest((long) dice.uniform(800, 4_000), home.middle()));
            plan.add(new Approach(home, aside(who)));
            plan.add(new Reach.Put(home, last, false));
            if (dice.chance(habits.swapChance())) {
                Board other = world.besides(home, dice);
                int product = other.products[dice.below(other.products.length)];
                plan.add(new Reach.Pick(other, product, 1, Truth.Kind.TAKE));
            }
            world.next(who, plan.toArray(Activity[]::new));
        } else if (dice.chance(habits.misplaceChance())) {
            Board wrong = dice.chance(0.5) || wishes.isEmpty() ? world.besides(wish.board, dice) : wishes.get(0).board;
            if (!wrong.belongs(last.product)) {
                world.next(who, new Approach(wrong, aside(who)), new Reach.Put(wrong, last, false));
            }
        }
    }

    private boolean offer(Person who, World world) {
        if (!gives && !givesToStranger) {
            return false;
        }
        for (Person other : world.people()) {
            boolean same = other.group == who.group;
            if (other != who
                    && other.inside
                    && !other.group.staff
                    && (same ? gives : givesToStranger)
                    && other.distance(who) < 4) {
                if (same) {
                    gives = false;
                } else {
                    givesToStranger = false;
                }
                world.next(who, new Give(other, who.dice.pick(who.cart)));
                return true;
            }
        }
        return false;
    }

    private Wish nearest(Person who) {
        Wish best = wishes.get(0);
        for (Wish w : wishes) {
            if (w.board.middle().distance(who.at()) < best.board.middle().distance(who.at())) {
                best = w;
            }
        }
        return best;
    }

    private static double aside(Person who) {
        return who.dice.bounded(0, 0.12, 2);
    }
}
