package org.openaisle.simulator;

import java.util.ArrayList;
import java.util.List;
import org.openaisle.model.Truth;

/** Staff at work: fill up what they have brought, take off what is past its date, carry misplaced goods home. */
final class Stocking implements Activity {
    private int chores;

    Stocking(int chores) {
        this.chores = chores;
    }

    @Override
    public boolean step(Person who, World world, long now) {
        Dice dice = who.dice;
        if (world.closing(now)) {
            return true;
        }
        if (!who.cart.isEmpty()) {
            int product = who.cart.get(0).product;
            Board home = world.home(product);
            List<Activity> plan = new ArrayList<>();
            plan.add(new Approach(home, 0));
            for (Unit u : who.cart) {
                if (u.product == product) {
                    plan.add(new Reach.Put(home, u, true));
                }
            }
            world.next(who, plan.toArray(Activity[]::new));
            return false;
        }
        if (chores-- <= 0) {
            return true;
        }
        Board stray = world.anyStray();
        if (stray != null) {
            world.next(
                    who,
                    new Approach(stray, 0),
                    new Reach.Pick(stray, stray.strays().get(0).product, 1, Truth.Kind.RESTOCK));
        } else if (dice.chance(0.3)) {
            Board board = dice.pick(world.boards);
            int product = board.products[dice.below(board.products.length)];
            world.next(
                    who,
                    new Approach(board, 0),
                    new Reach.Pick(board, product, 1, Truth.Kind.RESTOCK),
                    new Rest(1_500, board.middle()));
        } else {
            world.next(who, new Rest((long) dice.uniform(1_000, 3_000), null));
        }
        return false;
    }
}
