package org.openaisle.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openaisle.model.Gtin;
import org.openaisle.model.Point2;
import org.openaisle.model.Polygon;
import org.openaisle.model.Segment2;

/** A JSON value together with its place in the file, so that every complaint can say where. */
record Node(String place, @Nullable Object value) {
    Node child(String name) {
        Node child = childOrNull(name);
        if (child == null) {
            throw BadValue.missing(inside(name));
        }
        return child;
    }

    /** Null where the field is absent or null. */
    @Nullable
    Node childOrNull(String name) {
        Object found = map().get(name);
        return found == null ? null : new Node(inside(name), found);
    }

    boolean has(String name) {
        return map().containsKey(name);
    }

    List<Node> items() {
        if (!(value instanceof List<?> list)) {
            throw wrong("an array");
        }
        List<Node> items = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            items.add(new Node(place + "[" + i + "]", list.get(i)));
        }
        return items;
    }

    <T> List<T> list(String name, Function<Node, T> read) {
        return child(name).items().stream().map(n -> n.made(read)).toList();
    }

    /** The same, empty where the field is absent. */
    <T> List<T> listOrEmpty(String name, Function<Node, T> read) {
        return childOrNull(name) == null ? List.of() : list(name, read);
    }

    /** Adds the place to what a record's own check has to say. */
    <T> T made(Function<Node, T> read) {
        try {
            return read.apply(this);
        } catch (IllegalArgumentException e) {
            throw BadValue.wrong((place.isEmpty() ? "" : place + ": ") + e.getMessage());
        }
    }

    String text(String name) {
        return child(name).text();
    }

    String text() {
        if (!(value instanceof String text)) {
            throw wrong("a string");
        }
        return text;
    }

    String textOr(String name, String otherwise) {
        Node child = childOrNull(name);
        return child == null ? otherwise : child.text();
    }

    @Nullable
    String textOrNull(String name) {
        Node child = childOrNull(name);
        return child == null ? null : child.text();
    }

    double number(String name) {
        return child(name).number();
    }

    double number() {
        if (value instanceof Number n && Double.isFinite(n.doubleValue())) {
            return n.doubleValue();
        }
        throw wrong("a finite number");
    }

    double numberOr(String name, double otherwise) {
        Node child = childOrNull(name);
        return child == null ? otherwise : child.number();
    }

    long integer(String name) {
        return child(name).integer();
    }

    /** 3.0 is one, too: JSON knows one kind of number only. */
    long integer() {
        if (value instanceof Long l) {
            return l;
        }
        if (value instanceof Double d && d == Math.rint(d) && Math.abs(d) < 1e15) {
            return d.longValue();
        }
        throw wrong("an integer");
    }

    int count(String name) {
        Node child = child(name);
        long n = child.integer();
        if (n != (int) n) {
            throw child.wrong("an integer of 32 bits");
        }
        return (int) n;
    }

    int countOr(String name, int otherwise) {
        return childOrNull(name) == null ? otherwise : count(name);
    }

    boolean flag(String name) {
        Node child = child(name);
        if (!(child.value instanceof Boolean b)) {
            throw child.wrong("true or false");
        }
        return b;
    }

    double[] numbers(int count) {
        List<Node> items = items();
        if (items.size() != count) {
            throw BadValue.wrong(place + " must have " + count + " numbers, has " + items.size());
        }
        return items.stream().mapToDouble(Node::number).toArray();
    }

    Gtin gtin(String name) {
        return child(name).made(n -> new Gtin(n.text()));
    }

    Point2 point() {
        double[] xy = numbers(2);
        return new Point2(xy[0], xy[1]);
    }

    Segment2 segment() {
        List<Node> ends = items();
        if (ends.size() != 2) {
            throw BadValue.wrong(place + " must have 2 points, has " + ends.size());
        }
        return new Segment2(ends.get(0).point(), ends.get(1).point());
    }

    Polygon polygon() {
        return made(n -> new Polygon(n.items().stream().map(Node::point).toList()));
    }

    BadValue wrong(String must) {
        String is = String.valueOf(value);
        return BadValue.wrong(
                place + " must be " + must + ", is " + (is.length() > 60 ? is.substring(0, 60) + "..." : is));
    }

    private Map<?, ?> map() {
        if (!(value instanceof Map<?, ?> map)) {
            throw wrong("an object");
        }
        return map;
    }

    private String inside(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }
}
