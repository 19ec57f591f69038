package org.openaisle.simulator;

import org.openaisle.model.Point2;

/** Goes and stands before a plate, a little aside when somebody is there; waits for a place as long as patience lasts. */
final class Approach implements Activity {
    private final Board board;
    private final double aside;
    private long since = -1;
    private boolean sent;

    Approach(Board board, double aside) {
        this.board = board;
        this.aside = aside;
    }

    @Override
    public boolean step(Person who, World world, long now) {
        if (since < 0) {
            since = now;
        }
        if (sent) {
            who.turnTo(board.middle());
            who.planted = true;
            return Math.abs(Math.IEEEremainder(
                                    StrictMath.atan2(
                                                    board.middle().y() - who.y,
                                                    board.middle().x() - who.x)
                                            - who.heading,
                                    2 * Math.PI))
                            < 0.5
                    || now - since > 120_000;
        }
        Point2 out = board.fixture.outward();
        Point2 along = new Point2(-out.y(), out.x());
        double off = who.child ? 0.36 : 0.42;
        double[] shifts = {aside, aside > 0 ? aside - 0.3 : aside + 0.3, 0.5, -0.5, 0.35, -0.35};
        for (double shift : shifts) {
            Point2 place = board.middle().plus(out.times(off)).plus(along.times(shift));
            if (world.floor.free(place.x(), place.y()) && world.roomAt(place, who, 0.42)) {
                go(who, place);
                return false;
            }
        }
        Point2 place = board.middle().plus(out.times(off + 0.1)).plus(along.times(aside));
        if (now - since > world.parameters.habits().patience()) {
            go(who, world.floor.nearestFree(place));
            return false;
        }
        Point2 wait =
                world.floor.nearestFree(board.middle().plus(out.times(1.1)).plus(along.times(aside * 2)));
        if (wait.distance(who.at()) > 0.6) {
            who.agenda.addFirst(new Walk(wait, 0.4));
        } else {
            who.agenda.addFirst(new Rest(400, board.middle()));
        }
        return false;
    }

    private void go(Person who, Point2 place) {
        sent = true;
        who.agenda.addFirst(new Walk(place, 0.08));
    }
}
