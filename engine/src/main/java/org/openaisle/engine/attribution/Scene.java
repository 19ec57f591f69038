package org.openaisle.engine.attribution;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.openaisle.engine.hands.Reach;
import org.openaisle.engine.tracking.Party;

/** What bears on the explanations besides the change itself. */
interface Scene {
    /** Goods whose own place is one of the change's plates. */
    List<Good> own();

    /** Goods that may have been misplaced on the change's plates, with the plate's holder. */
    List<Displaced> displaced();

    /** Goods that may have been taken from the change's plates while these felt nothing, with the debt's holder. */
    List<Displaced> debts();

    /** Carts that may hold something, by good: the parties' ids. */
    SortedMap<Integer, List<Party>> carried();

    Good good(int id);

    /** Products of about this weight, wherever they belong; not those whose place is here. */
    List<Good> catalogue(double grams);

    /** The holder for what is put on the change's main plate and does not belong there. */
    int plate();

    /** Log factor for the place of {@code good} on the plates, given where the hand was and how the weight was shared. */
    double place(Good good, @Nullable Reach reach);

    /** Log factor of the item readings, had the hand taken (or brought) {@code good}. */
    double readings(Reach hand, Good good, boolean taken);

    /** Log factor of the item readings, had both hands taken {@code good}. */
    double readings(Reach one, Reach other, Good good);

    /** Log factor for goods having gone from one party to another. */
    double closeness(Party from, Party to);

    /** Whether cameras followed all of a party then, so that what somebody unseen did was hardly its doing. */
    boolean inView(Party party);

    boolean staff(Party party);

    /** A new good for a thing of this weight. */
    Good foreign(double grams);
}
