package org.openaisle.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everybody's pose at one moment, worked out when first asked for: several cameras may look at the same tick. */
final class Poses {
    private final List<Person> people;
    private @Nullable Pose[] poses = new Pose[0];
    private long at = -1;

    Poses(List<Person> people) {
        this.people = people;
    }

    Pose of(int i, long now) {
        if (at != now || poses.length != people.size()) {
            poses = new Pose[people.size()];
            at = now;
        }
        Pose pose = poses[i];
        if (pose == null) {
            pose = Pose.of(people.get(i), now);
            poses[i] = pose;
        }
        return pose;
    }
}
