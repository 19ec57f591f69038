package org.openaisle.simulator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openaisle.model.Fixture;
import org.openaisle.model.Gate;
import org.openaisle.model.Kiosk;
import org.openaisle.model.Observation;
import org.openaisle.model.PlanogramRow;
import org.openaisle.model.Plate;
import org.openaisle.model.Point2;
import org.openaisle.model.Product;
import org.openaisle.model.Shelf;
import org.openaisle.model.Store;
import org.openaisle.model.Truth;

/** The store while it is open: goods, people, gates, and the laws that hold for them. */
final class World {
    final SimulationParameters parameters;
    final Premises premises;
    final WalkableFloor floor;
    final Steps steps;
    final TruthLog log;
    final List<Board> boards = new ArrayList<>();
    private final Outbox outbox;
    private final Course course;
    private final List<Doorway> doors = new ArrayList<>();
    private final List<Person> people = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final int[] homes;
    private final Dice weights;
    private final Dice knocks;
    private double nextKnock;
    private int delivered;
    private final int stocked;

    World(SimulationParameters parameters, Premises premises, long seed, long end, Outbox outbox) {
        this(parameters, premises, seed, outbox, boards -> new Visitors(parameters, boards, seed, end));
    }

    World(
            SimulationParameters parameters,
            Premises premises,
            long seed,
            Outbox outbox,
            Function<List<Board>, Course> course) {
        this.parameters = parameters;
        this.premises = premises;
        this.outbox = outbox;
        this.weights = Dice.of(seed, "unit weights");
        this.knocks = Dice.of(seed, "knocks");
        Store store = premises.store();
        this.floor = new WalkableFloor(store);
        this.steps = new Steps(floor, people);
        this.log = new TruthLog(premises.assortment().products());
        this.homes = new int[premises.assortment().products().size()];
        stocked = furnish(store, Dice.of(seed, "boards"));
        Point2 middle = store.floor().centre();
        store.gates().forEach(g -> doors.add(new Doorway(g, middle)));
        this.course = course.apply(boards);
        this.nextKnock = parameters.startMillis()
                + 60_000 * knocks.exponential(1 / parameters.habits().bumpsPerMinute());
    }

    private int furnish(Store store, Dice dice) {
        int units = 0;
        int product = 0;
        int row = 0;
        List<PlanogramRow> planogram = store.planogram();
        for (int f = 0; f < store.fixtures().size(); f++) {
            Fixture fixture = store.fixtures().get(f);
            for (Shelf shelf : fixture.shelves()) {
                for (int p = 0; p < shelf.plates().size(); p++) {
                    int first = product;
                    List<Unit> goods = new ArrayList<>();
                    List<Plate> beneath = new ArrayList<>(List.of(shelf.plates().get(p)));
                    while (row < planogram.size() && onPlate(planogram.get(row), beneath.getLast())) {
                        stock(goods, product, planogram.get(row++));
                        homes[product++] = boards.size();
                    }
                    while (product > first && row < planogram.size() && sameGoods(planogram, row)) {
                        beneath.add(shelf.plates().get(++p)); // what is wider than a plate rests on the next one, too
                        stock(goods, product - 1, planogram.get(row++));
                    }
                    int[] products = new int[product - first];
                    for (int i = 0; i < products.length; i++) {
                        products[i] = first + i;
                    }
                    List<Bearing> bearings = beneath.size() == 1
                            ? List.of(new Bearing(beneath.getFirst(), 1))
                            : Bearing.of(beneath, dice);
                    Board board =
                            new Board(boards.size(), f, fixture, shelf, bearings, products, parameters.scales(), dice);
                    board.fill(goods);
                    units += goods.size();
                    boards.add(board);
                }
            }
        }
        return units;
    }

    private static boolean onPlate(PlanogramRow row, Plate plate) {
        return row.plateId().equals(plate.plateId());
    }

    private static boolean sameGoods(List<PlanogramRow> planogram, int row) {
        return planogram.get(row).gtin().equals(planogram.get(row - 1).gtin());
    }

    private void stock(List<Unit> goods, int product, PlanogramRow row) {
        for (int i = 0; i < row.knownQuantity().orElse(0); i++) {
            goods.add(unit(product));
        }
    }

    private Unit unit(int product) {
        Product p = premises.assortment().products().get(product);
        return new Unit(product, weights.bounded(p.weightGrams(), p.weightSdGrams(), 3));
    }

    /** A unit from the back room. */
    Unit deliver(int product) {
        delivered++;
        return unit(product);
    }

    void tick(long now) {
        course.tick(this, now);
        knock(now);
        for (int i = 0; i < people.size(); i++) {
            Person p = people.get(i);
            if (now < p.pausedUntil) {
                p.vx = 0;
                p.vy = 0;
                continue;
            }
            Activity activity = p.agenda.peekFirst();
            if (activity != null && activity.step(p, this, now)) {
                p.agenda.removeFirstOccurrence(activity);
            }
        }
        people.removeIf(p -> p.gone && p.agenda.isEmpty());
        for (Board b : boards) {
            b.tick(now);
        }
    }

    private void knock(long now) {
        if (now < nextKnock) {
            return;
        }
        nextKnock = now + 60_000 * knocks.exponential(1 / parameters.habits().bumpsPerMinute());
        for (Person p : people) {
            Board near = p.inside ? boardNear(p, knocks) : null;
            if (near != null) {
                double hertz = knocks.uniform(2, 5);
                double decay = knocks.uniform(150, 500);
                double strength = knocks.uniform(15, 150);
                for (Board b : boards) {
                    if (b.fixture == near.fixture) {
                        b.push(new Force.Knock(
                                now, knocks.normal(0, strength), hertz * knocks.uniform(0.9, 1.1), decay));
                    }
                }
                return;
            }
        }
    }

    /** Puts activities at the head of somebody's agenda, in this order. */
    void next(Person who, Activity... activities) {
        for (int i = activities.length - 1; i >= 0; i--) {
            who.agenda.addFirst(activities[i]);
        }
    }

    void say(Observation observation) {
        outbox.post(observation);
    }

    void arrive(Group group, Doorway door) {
        arrive(group);
        for (Person p : group.members) {
            queue(p, door);
        }
    }

    void arrive(Group group) {
        groups.add(group);
        log.arrived(group);
    }

    /** Somebody of a party that has arrived takes their place in the row before a gate. */
    void queue(Person who, Doorway door) {
        people.add(who);
        door.waiting.add(who);
    }

    /** Somebody is out, with what they have. */
    void gone(Person who, long now) {
        who.inside = false;
        who.gone = true;
        who.group.exitedAt = Math.max(who.group.exitedAt, now);
        who.group.carriedOut.addAll(who.cart);
        who.cart.clear();
    }

    /** Whether nobody else stands within {@code metres} of a place. */
    boolean roomAt(Point2 place, Person who, double metres) {
        for (Person o : people) {
            if (o != who && o.at().distance(place) < metres) {
                return false;
            }
        }
        return true;
    }

    boolean closing(long now) {
        return course.closing(now);
    }

    Board home(int product) {
        return boards.get(homes[product]);
    }

    /** A board near on the same shelf, or above or below. */
    Board besides(Board board, Dice dice) {
        List<Board> near = boards.stream()
                .filter(b ->
                        b != board && b.fixture == board.fixture && b.middle().distance(board.middle()) < 0.8)
                .toList();
        return near.isEmpty() ? board : dice.pick(near);
    }

    @Nullable
    Board strayNear(Board board) {
        for (Board b : boards) {
            if (b.fixture == board.fixture && !b.strays().isEmpty()) {
                return b;
            }
        }
        return null;
    }

    @Nullable
    Board anyStray() {
        for (Board b : boards) {
            if (!b.strays().isEmpty()) {
                return b;
            }
        }
        return null;
    }

    /** Somebody who shops close by and could be after the same thing. */
    @Nullable
    Person rivalNear(Person who) {
        for (Person o : people) {
            boolean shops = o.agenda.stream().anyMatch(a -> a instanceof Shopping);
            if (o != who && o.inside && shops && o.invitation == null && o.distance(who) < 4) {
                return o;
            }
        }
        return null;
    }

    /** Some board within reach of where somebody is. */
    @Nullable
    Board boardNear(Person who, Dice dice) {
        List<Board> near =
                boards.stream().filter(b -> b.middle().distance(who.at()) < 0.8).toList();
        return near.isEmpty() ? null : dice.pick(near);
    }

    /** Whether somebody is close enough to a shelf's front for the item recogniser to look at their hands. */
    boolean nearShelf(Person who) {
        for (Fixture f : premises.store().fixtures()) {
            if (f.front().distance(who.at()) < 1.1) {
                return true;
            }
        }
        return false;
    }

    /** The entry with the shortest row. */
    Doorway entryDoor(Dice dice) {
        List<Doorway> entries = new ArrayList<>(
                doors.stream().filter(d -> d.gate.kind().letsIn()).toList());
        Doorway best = entries.remove(dice.below(entries.size()));
        for (Doorway d : entries) {
            best = d.waiting.size() < best.waiting.size() ? d : best;
        }
        return best;
    }

    Doorway exitFor(Person who) {
        Doorway best = null;
        double least = Double.POSITIVE_INFINITY;
        for (Doorway d : doors) {
            double cost = d.before(0).distance(who.at()) + 1.5 * d.leaving;
            if (d.gate.kind() != Gate.Kind.ENTRY && cost < least) {
                least = cost;
                best = d;
            }
        }
        if (best == null) {
            throw new IllegalStateException("the store has no gate that lets people out");
        }
        return best;
    }

    List<Kiosk> kiosks() {
        return premises.store().kiosks();
    }

    List<Person> people() {
        return Collections.unmodifiableList(people);
    }

    List<Group> groups() {
        return Collections.unmodifiableList(groups);
    }

    Truth.Moment moment(long now) {
        List<Truth.Person> inside = new ArrayList<>();
        for (Person p : people) {
            if (p.inside) {
                inside.add(new Truth.Person(p.name, p.group.token, millimetres(p.x), millimetres(p.y)));
            }
        }
        return new Truth.Moment(now, inside);
    }

    private static double millimetres(double metres) {
        return Math.round(metres * 1000) / 1000.0;
    }

    /** Units that came into the store in all: at the start and by staff. */
    int unitsEver() {
        return stocked + delivered;
    }

    /** Units that are on plates, in carts, or were carried out. */
    int unitsNow() {
        int n = 0;
        for (Board b : boards) {
            n += b.goods.size();
        }
        for (Group g : groups) {
            n += g.carriedOut.size();
            for (Person p : g.members) {
                n += p.cart.size();
            }
        }
        return n;
    }
}
