package org.openaisle.platform.visit;

import static org.openaisle.platform.purpose.Viewer.ASSOCIATE;
import static org.openaisle.platform.purpose.Viewer.AUDITOR;
import static org.openaisle.platform.purpose.Viewer.DEVICE;
import static org.openaisle.platform.purpose.Viewer.MANAGER;
import static org.openaisle.platform.purpose.Viewer.OWNER;
import static org.openaisle.platform.purpose.Viewer.REVIEWER;
import static org.openaisle.platform.purpose.Viewer.SUBJECT;

import java.util.Set;
import org.openaisle.platform.purpose.Category;
import org.openaisle.platform.purpose.DataDeclarations;
import org.openaisle.platform.purpose.Declarations;
import org.openaisle.platform.purpose.Handling;
import org.openaisle.platform.purpose.LegalBasis;
import org.openaisle.platform.purpose.Purpose;
import org.openaisle.platform.purpose.Retention;
import org.springframework.stereotype.Component;

/** What a visit leaves behind. All of it hangs on the token: when the link to the shopper ends, it is nobody's. */
@Component
final class VisitData implements DataDeclarations {
    private static final Set<Purpose> AFTERWARDS = Set.of(Purpose.CHARGE, Purpose.RECEIPT, Purpose.DISPUTE);

    /** As long as a buyer may dispute, and a year of comparing seasons. */
    private static final Retention VISIT = Retention.days(400, "last_event_at");

    /** What may also be counted: how many came, when, and whether it was decided. */
    private static final Handling STAY = new Handling(
            Category.PRESENCE,
            Set.of(Purpose.values()),
            LegalBasis.CONTRACT,
            VISIT,
            Set.of(SUBJECT, MANAGER, ASSOCIATE, REVIEWER));

    private static final Handling COURSE = new Handling(
            Category.PRESENCE,
            Set.of(Purpose.OPERATIONS, Purpose.CHARGE, Purpose.RECEIPT, Purpose.DISPUTE, Purpose.FISCAL_RECORD),
            LegalBasis.CONTRACT,
            VISIT,
            Set.of(SUBJECT, MANAGER, ASSOCIATE, REVIEWER));

    private static final Handling TOKEN = new Handling(
            Category.PSEUDONYM,
            Set.of(Purpose.OPERATIONS, Purpose.CHARGE, Purpose.RECEIPT, Purpose.DISPUTE),
            LegalBasis.CONTRACT,
            Retention.days(90, "last_event_at"),
            Set.of(SUBJECT, ASSOCIATE, REVIEWER, DEVICE));

    private static final Handling CART = new Handling(
            Category.PURCHASE,
            Set.of(Purpose.OPERATIONS),
            LegalBasis.CONTRACT,
            Retention.days(7, "shown_at"),
            Set.of(SUBJECT, ASSOCIATE));

    private static final Handling PURCHASE = new Handling(
            Category.PURCHASE,
            Set.of(Purpose.values()),
            LegalBasis.CONTRACT,
            Retention.until("the visit is deleted"),
            Set.of(SUBJECT, REVIEWER));

    private static final Handling EVIDENCE = new Handling(
            Category.PURCHASE,
            Set.of(Purpose.OPERATIONS, Purpose.CHARGE, Purpose.RECEIPT, Purpose.DISPUTE, Purpose.FISCAL_RECORD),
            LegalBasis.CONTRACT,
            Retention.until("the visit is deleted"),
            Set.of(SUBJECT, REVIEWER));

    private static final Handling LINK = new Handling(
            Category.PSEUDONYM, AFTERWARDS, LegalBasis.CONTRACT, Retention.until("ends_at"), Set.of(SUBJECT));

    private static final Handling INBOX = new Handling(
            Category.PURCHASE,
            Set.of(Purpose.OPERATIONS),
            LegalBasis.CONTRACT,
            Retention.days(30, "received_at"),
            Set.of());

    private static final Handling ALERT = new Handling(
            Category.PRESENCE,
            Set.of(Purpose.OPERATIONS),
            LegalBasis.LEGITIMATE_INTEREST,
            Retention.days(30, "raised_at"),
            Set.of(MANAGER, ASSOCIATE));

    private static final Handling STAFF_ACTIVITY = new Handling(
            Category.ACTIVITY,
            Set.of(Purpose.OPERATIONS),
            LegalBasis.CONTRACT,
            Retention.days(30, "raised_at"),
            Set.of(OWNER, MANAGER, AUDITOR));

    @Override
    public void declare(Declarations to) {
        to.table("inbox_event")
                .plain("tenant_id", "source", "event_id", "store_id", "device_id", "type", "sequence", "received_at")
                .personal(INBOX, "happened_at", "data");
        to.table("visit")
                .plain("tenant_id", "store_id", "scanned", "staff", "confidence", "review", "abandoned_why")
                .plain("decided_event", "revision")
                .personal(TOKEN, "token")
                .personal(STAY, "id", "state", "announced_people", "entered_at", "left_at", "decided_at")
                .personal(COURSE, "seen_people", "last_event_at", "settled_at", "abandoned_at");
        to.table("cart_line")
                .plain("tenant_id", "sequence", "event_id", "revision")
                .personal(CART, "visit_id", "gtin", "quantity", "probability", "happened_at", "shown_at");
        to.table("decided_line")
                .plain("tenant_id")
                .personal(PURCHASE, "visit_id", "gtin", "quantity", "probability")
                .personal(EVIDENCE, "evidence_ref");
        to.table("visit_shopper")
                .plain("tenant_id")
                .personal(LINK, "visit_id", "shopper_sealed", "shopper_hash", "linked_at", "ends_at");
        to.table("stock")
                .plain("tenant_id", "store_id", "plate_id", "gtin", "quantity", "changed_at", "sequence", "event_id");
        to.table("sensor_health")
                .plain("tenant_id", "store_id", "sensor_id", "state", "message", "changed_at", "sequence", "event_id");
        to.table("device_pulse").plain("tenant_id", "device_id", "store_id", "told_at", "heard_at");
        to.table("alert")
                .plain("tenant_id", "id", "store_id", "kind", "cleared_at")
                .personal(ALERT, "subject", "visit_id", "raised_at")
                .personal(STAFF_ACTIVITY, "acknowledged_at", "acknowledged_by", "closed_at", "closed_by");
        declareEvents(to);
    }

    private static void declareEvents(Declarations to) {
        to.event(Told.VisitEntered.class).plain("staff").personal(INBOX, "visit", "people");
        to.event(Told.PeopleUnscanned.class).personal(INBOX, "visit", "people");
        to.event(Told.PartyLarger.class).personal(INBOX, "visit", "announced", "people");
        to.event(Told.CartChanged.class).personal(INBOX, "visit", "gtin", "quantity", "probability", "happenedAt");
        to.event(Told.VisitLeft.class).personal(INBOX, "visit");
        to.event(Told.VisitDecided.class)
                .plain("confidence", "review")
                .personal(INBOX, "visit", "enteredAt", "leftAt", "lines");
        to.event(Told.DecidedLine.class).personal(INBOX, "gtin", "quantity", "probability", "evidence");
        to.event(Told.StockChanged.class).plain("plate", "gtin", "quantity");
        to.event(Told.SensorHealth.class).plain("sensor", "state", "message");
    }
}
