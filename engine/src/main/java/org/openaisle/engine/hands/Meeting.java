package org.openaisle.engine.hands;

import java.io.Serializable;
import org.openaisle.engine.tracking.Party;

/** The hands of two parties met in the open, at {@code at}: something may have gone from one to the other. */
public record Meeting(Party one, Party other, long at) implements Serializable {}
