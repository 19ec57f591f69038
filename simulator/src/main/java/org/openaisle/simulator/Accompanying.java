package org.openaisle.simulator;

import org.openaisle.model.Point2;
import org.openaisle.model.Truth;

/** Children and others who stay with the party's first, touch things and take one now and then. */
final class Accompanying implements Activity {
    private int takes;

    Accompanying(int takes) {
        this.takes = takes;
    }

    @Override
    public boolean step(Person who, World world, long now) {
        Person leader = who.group.members.get(0);
        if (leader.gone || leader.leaving || world.closing(now)) {
            return true; // the first is on the way out
        }
        Dice dice = who.dice;
        if (!leader.inside || leader.distance(who) > 1.6) {
            Point2 near = leader.at().plus(new Point2(dice.uniform(-0.7, 0.7), dice.uniform(-0.7, 0.7)));
            world.next(who, leader.inside ? new Walk(world.floor.nearestFree(near), 0.5) : new Rest(500, leader.at()));
            return false;
        }
        Board board = world.boardNear(who, dice);
        if (board != null && takes > 0 && dice.chance(0.15)) {
            takes--;
            int product = board.products[dice.below(board.products.length)];
            world.next(who, new Approach(board, 0), new Reach.Pick(board, product, 1, Truth.Kind.TAKE));
        } else if (board != null && dice.chance(0.06)) {
            world.next(who, new Approach(board, 0), new Reach.Touch(board, board.products[0]));
        } else {
            world.next(who, new Rest((long) dice.uniform(600, 2_500), leader.at()));
        }
        return false;
    }
}
