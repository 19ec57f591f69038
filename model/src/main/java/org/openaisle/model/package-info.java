/**
 * The words of a store: units, identifiers, geometry, layout, goods, observations and decisions.
 *
 * <p>Lengths are metres, weights grams, money minor units, times milliseconds since the epoch (UTC). The world frame is
 * right-handed, z up, the floor is z = 0. Every record checks its values when it is made and says what is wrong in an {@link
 * IllegalArgumentException}. Arrays inside records are not copied: whoever makes the record gives them away.
 */
@NullMarked
package org.openaisle.model;

import org.jspecify.annotations.NullMarked;
