package org.openaisle.engine.hands;

import java.io.Serializable;
import org.openaisle.model.Observation.ItemReading;

/** An item reading and the probability that a certain party held what it shows. */
public record HeldItem(ItemReading reading, double share) implements Serializable {}
