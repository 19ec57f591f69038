/** The page that says how good the engine is: every figure of every recording, made by one command. */
@NullMarked
package org.openaisle.evaluation.report;

import org.jspecify.annotations.NullMarked;
