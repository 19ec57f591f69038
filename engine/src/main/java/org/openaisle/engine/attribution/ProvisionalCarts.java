package org.openaisle.engine.attribution;

import java.util.List;
import java.util.Map;
import org.openaisle.engine.shelf.WeightChange;
import org.openaisle.engine.tracking.Party;

/** Carts as they would be, were weight changes that still wait for their patience explained now. To be asked at once, not kept. */
public final class ProvisionalCarts {
    private final Belief belief;
    private final Map<Party, List<WeightChange>> touched;

    ProvisionalCarts(Belief belief, Map<Party, List<WeightChange>> touched) {
        this.belief = belief;
        this.touched = touched;
    }

    /** The parties whose carts the waiting changes may touch, each with those that may. */
    public Map<Party, List<WeightChange>> touched() {
        return touched;
    }

    /** The party's cart as independent parts. */
    public List<CartPart> cart(Party party) {
        return belief.cart(Holder.cart(party.id()));
    }
}
