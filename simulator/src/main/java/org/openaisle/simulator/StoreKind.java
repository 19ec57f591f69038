package org.openaisle.simulator;

/** The sizes of store that the simulator can build. */
public enum StoreKind {
    /** One small room: 2 fixtures, 24 plates, 3 cameras, one gate for both ways. */
    KIOSK,
    /** A corner shop: 4 fixtures, 48 plates, 4 cameras; small enough for a recording to be handed around. */
    CORNER,
    /** 7 or 8 fixtures, about 170 plates, 8 to 10 cameras. */
    CONVENIENCE,
    /** 40 fixtures, 960 plates, 26 cameras, several gates. */
    SUPERMARKET
}
