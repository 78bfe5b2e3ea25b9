package dev.portcullis.personnel.intake;

import dev.portcullis.personnel.intake.BambooMessage.Action;
import dev.portcullis.personnel.intake.BambooMessage.Employee;
import dev.portcullis.personnel.intake.Intake.Feed;
import dev.portcullis.personnel.intake.Intake.Result;
import dev.portcullis.personnel.person.RefusedMessages.Channel;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes deliveries of BambooHR's webhooks. One that is signed, fresh and new is applied employee by employee; what cannot be applied exactly
 * leaves a doubt about the person, also where a message only says that something changed and not to what.
 */
@ApplicationScoped
public class Deliveries {
    private static final String SEEN =
            "select count(*) from intake_delivery where feed = :feed and signature = :signature";
    private static final String TAKE = """
            insert into intake_delivery (feed, signature, taken_at) values (:feed, :signature, :now) on conflict do nothing""";
    private static final String FORGET = "delete from intake_delivery where taken_at < :before";

    @Inject
    Feeds feeds;

    @Inject
    Intake intake;

    /**
     * What became of a delivery.
     *
     * @param applied employees about whom it was applied
     * @param refused employees about whom it was refused; the gate is closed for those who are known
     */
    @RegisterForReflection
    public record Taken(int applied, int refused) {}

    /**
     * Takes a delivery.
     *
     * @throws dev.portcullis.platform.problem.ProblemException 401 where it is not signed or stale, 404 where there is no such feed
     */
    Uni<Taken> take(String name, @Nullable String signature, @Nullable String timestamp, byte[] body, Instant now) {
        Feed feed = feeds.feed(name, Channel.WEBHOOK, false);
        String key = feeds.webhookKey(name).orElse("");
        if (!BambooSignature.holds(key, signature, timestamp, body, now)) {
            throw Problems.unauthorized("The delivery is not signed with the webhook's key, or is stale.");
        }
        byte[] mac = BambooSignature.mac(key, String.valueOf(timestamp), body);
        return seen(name, mac).chain(before -> {
            if (before) {
                return Uni.createFrom().item(new Taken(0, 0));
            }
            Optional<BambooMessage> message = BambooMessage.read(body);
            Uni<Taken> all = Uni.createFrom().item(new Taken(0, 0));
            if (message.isEmpty()) {
                all = intake.refuse(feed, "NOT_A_MESSAGE").replaceWith(new Taken(0, 1));
            } else {
                for (Employee employee : message.get().employees()) {
                    all = all.chain(taken -> apply(feed, employee)
                            .map(result -> result.outcome() == Outcome.REFUSED
                                    ? new Taken(taken.applied(), taken.refused() + 1)
                                    : new Taken(taken.applied() + 1, taken.refused())));
                }
            }
            // Last, so that what broke off in between is done again when it is sent again; done again it changes
            // nothing.
            return all.call(() -> remember(name, mac, now));
        });
    }

    private Uni<Result> apply(Feed feed, Employee employee) {
        Map<String, @Nullable String> fields = employee.fields();
        Map<String, @Nullable String> record = fields == null ? new HashMap<>() : new HashMap<>(fields);
        // The key is a field that may be posted, or else the id of the employee there.
        String posted = record.get(feed.mapping().key());
        String key = posted == null || posted.isBlank() ? employee.id() : posted.strip();
        if (key.isBlank()) {
            return intake.refuse(feed, "NO_KEY");
        }
        record.put(feed.mapping().key(), key);
        Action action = employee.action();
        if (action == null || !employee.readable()) {
            return intake.refuse(feed, key, "NOT_A_MESSAGE", true);
        }
        if (action == Action.DELETED) {
            return intake.leave(feed, key);
        }
        if (!record.keySet().stream().allMatch(feed.mapping()::knows)) {
            return intake.refuse(feed, key, "UNKNOWN_FIELD", true);
        }
        boolean unsaid = employee.changed().stream()
                .anyMatch(name -> feed.mapping().matters(name) && !record.containsKey(name)
                        || !feed.mapping().knows(name));
        if (unsaid || fields == null) {
            return intake.refuse(feed, key, "VALUES_MISSING", true);
        }
        return intake.apply(feed, record);
    }

    private Uni<Boolean> seen(String feed, byte[] mac) {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(SEEN, Long.class)
                        .setParameter("feed", feed)
                        .setParameter("signature", mac)
                        .getSingleResult()
                        .map(count -> count > 0)));
    }

    private Uni<Integer> remember(String feed, byte[] mac, Instant now) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(TAKE)
                        .setParameter("feed", feed)
                        .setParameter("signature", mac)
                        .setParameter("now", now)
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery(FORGET)
                                .setParameter("before", now.minus(BambooSignature.WINDOW.multipliedBy(3)))
                                .executeUpdate())));
    }
}
