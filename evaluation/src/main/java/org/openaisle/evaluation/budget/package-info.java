/**
 * The error budget: the engine run with some of its parts replaced by the truth, so that the differences say where receipts
 * are lost.
 */
@NullMarked
package org.openaisle.evaluation.budget;

import org.jspecify.annotations.NullMarked;
