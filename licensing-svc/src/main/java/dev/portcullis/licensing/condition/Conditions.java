package dev.portcullis.licensing.condition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.licensing.condition.Condition.Evidence;
import dev.portcullis.licensing.condition.Condition.Fresh;
import dev.portcullis.licensing.condition.Condition.Kind;
import dev.portcullis.licensing.license.Licenses;
import dev.portcullis.platform.digest.Sha256;
import dev.portcullis.platform.etag.ETags;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stored conditions. Each change also changes the license, whose lock it takes first, so that a draw sees either all of it or nothing.
 * Everything runs in the caller's transaction.
 */
@ApplicationScoped
public class Conditions {
    private static final int MOST_DOCUMENTS = 100;
    private static final String COLUMNS = """
            c.license_id, c.number, c.version, c.kind, c.words, c.owner, c.due_on, c.before_drawing, c.acknowledged_by,
            c.acknowledged_at, c.met_by, c.met_at, c.evidence""";
    private static final String ADD = """
            insert into license_condition (license_id, number, version, kind, words, owner, due_on, before_drawing)
            select :license, coalesce(max(number), 0) + 1, 1, :kind, :words, :owner, cast(cast(:due as text) as date), :before
            from license_condition where license_id = :license returning number""";
    private static final String FIND =
            "select " + COLUMNS + " from license_condition c where c.license_id = :license and c.number = :number";
    private static final String LIST = "select " + COLUMNS
            + " from license_condition c where c.license_id = :license and c.number > :after order by c.number limit :most";
    private static final String DUE = "select " + COLUMNS + """
             from license_condition c where c.met_at is null and c.due_on <= cast(cast(:until as text) as date)
            and (c.due_on, c.license_id, c.number) > (cast(cast(:day as text) as date), :license, :number)
            order by c.due_on, c.license_id, c.number limit :most""";
    private static final String CHANGE = """
            update license_condition set version = version + 1, acknowledged_by = :acknowledgedBy,
                acknowledged_at = cast(cast(:acknowledgedAt as text) as timestamptz), met_by = :metBy,
                met_at = cast(cast(:metAt as text) as timestamptz), evidence = :evidence
            where license_id = :license and number = :number""";

    @Inject
    Licenses licenses;

    @Inject
    ObjectMapper json;

    /** Records a condition; 404 where there is no such license. */
    public Uni<Condition> add(String licenseId, Fresh fresh, Instant now) {
        Fact fact = new Fact("recorded", Sha256.of(fresh.words()), List.of());
        return licenses.condition(licenseId, fresh.beforeDrawing() ? 1 : 0, fact, now)
                .chain(() -> Panache.getSession())
                .chain(session -> session.createNativeQuery(ADD, Integer.class)
                        .setParameter("license", licenseId)
                        .setParameter("kind", fresh.kind().name())
                        .setParameter("words", fresh.words())
                        .setParameter("owner", fresh.owner())
                        .setParameter(
                                "due",
                                fresh.dueOn() == null ? null : fresh.dueOn().toString())
                        .setParameter("before", fresh.beforeDrawing())
                        .getSingleResult())
                .chain(number -> find(licenseId, number));
    }

    /** Keeps who acknowledged a condition, with what proves it; 409 where somebody did before. */
    public Uni<Condition> acknowledge(
            String licenseId, int number, @Nullable String ifMatch, List<Evidence> proof, String by, Instant now) {
        return change(licenseId, number, ifMatch, proof, "acknowledged", now, before -> {
            if (before.acknowledgedAt() != null) {
                throw Problems.conflict("The condition was acknowledged before.");
            }
            return with(before, by, now, before.metBy(), before.metAt(), proof);
        });
    }

    /** Keeps who said that a condition is met, with what proves it; 409 where somebody did before. */
    public Uni<Condition> meet(
            String licenseId, int number, @Nullable String ifMatch, List<Evidence> proof, String by, Instant now) {
        return change(licenseId, number, ifMatch, proof, "met", now, before -> {
            if (before.metAt() != null) {
                throw Problems.conflict("The condition was met before.");
            }
            return with(before, before.acknowledgedBy(), before.acknowledgedAt(), by, now, proof);
        });
    }

    /** A condition; 404 where there is none. */
    public Uni<Condition> find(String licenseId, int number) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FIND, Object[].class)
                        .setParameter("license", licenseId)
                        .setParameter("number", number)
                        .getSingleResultOrNull())
                .map(row -> {
                    if (row == null) {
                        throw Problems.notFound("condition", licenseId + "/" + number);
                    }
                    return condition(row);
                });
    }

    /** Conditions of a license in their order, after one. */
    public Uni<List<Condition>> list(String licenseId, int after, int most) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LIST, Object[].class)
                        .setParameter("license", licenseId)
                        .setParameter("after", after)
                        .setParameter("most", most)
                        .getResultList())
                .map(rows -> rows.stream().map(this::condition).toList());
    }

    /**
     * Conditions that are not met and are due until a day, the earliest first, after one.
     *
     * @param last the last that is known; null for the first
     */
    public Uni<List<Condition>> due(LocalDate until, @Nullable Condition last, int most) {
        LocalDate day = last == null ? null : last.dueOn();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(DUE, Object[].class)
                        .setParameter("until", until.toString())
                        .setParameter("day", day == null ? "0001-01-01" : day.toString())
                        .setParameter("license", last == null ? "" : last.licenseId())
                        .setParameter("number", last == null ? 0 : last.number())
                        .setParameter("most", most)
                        .getResultList())
                .map(rows -> rows.stream().map(this::condition).toList());
    }

    private interface Step {
        Condition from(Condition before);
    }

    private Uni<Condition> change(
            String licenseId,
            int number,
            @Nullable String ifMatch,
            List<Evidence> proof,
            String step,
            Instant now,
            Step change) {
        return find(licenseId, number)
                .chain(seen -> licenses.lock(licenseId))
                .chain(() -> find(licenseId, number))
                .chain(before -> {
                    ETags.require(ifMatch, before.version());
                    Condition after = change.from(before);
                    if (after.evidence().size() > MOST_DOCUMENTS) {
                        throw Problems.unprocessable("/evidence", "would be more than 100 documents for one condition");
                    }
                    int freed = before.isInTheWay() && !after.isInTheWay() ? -1 : 0;
                    Fact fact = new Fact(
                            step,
                            Sha256.of(before.words()),
                            proof.stream().map(Evidence::sha256).toList());
                    return write(after)
                            .chain(() -> licenses.condition(licenseId, freed, fact, now))
                            .chain(() -> find(licenseId, number));
                });
    }

    private Uni<Integer> write(Condition after) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(CHANGE)
                        .setParameter("acknowledgedBy", after.acknowledgedBy())
                        .setParameter("acknowledgedAt", text(after.acknowledgedAt()))
                        .setParameter("metBy", after.metBy())
                        .setParameter("metAt", text(after.metAt()))
                        .setParameter("evidence", write(after.evidence()))
                        .setParameter("license", after.licenseId())
                        .setParameter("number", after.number())
                        .executeUpdate());
    }

    private static Condition with(
            Condition before,
            @Nullable String acknowledgedBy,
            @Nullable Instant acknowledgedAt,
            @Nullable String metBy,
            @Nullable Instant metAt,
            List<Evidence> proof) {
        List<Evidence> evidence = new ArrayList<>(before.evidence());
        evidence.addAll(proof);
        return new Condition(
                before.licenseId(),
                before.number(),
                before.version(),
                before.kind(),
                before.words(),
                before.owner(),
                before.dueOn(),
                before.beforeDrawing(),
                acknowledgedBy,
                acknowledgedAt,
                metBy,
                metAt,
                evidence);
    }

    private Condition condition(Object[] row) {
        return new Condition(
                (String) row[0],
                ((Number) row[1]).intValue(),
                ((Number) row[2]).longValue(),
                Kind.valueOf((String) row[3]),
                (String) row[4],
                (String) row[5],
                day(row[6]),
                (Boolean) row[7],
                (String) row[8],
                instant(row[9]),
                (String) row[10],
                instant(row[11]),
                read((String) row[12]));
    }

    private static @Nullable LocalDate day(@Nullable Object stored) {
        return stored instanceof Date date ? date.toLocalDate() : (LocalDate) stored;
    }

    private static @Nullable Instant instant(@Nullable Object stored) {
        return stored instanceof OffsetDateTime time ? time.toInstant() : (Instant) stored;
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC).toString();
    }

    private List<Evidence> read(String text) {
        try {
            return json.readValue(text, new TypeReference<List<Evidence>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the evidence of a condition cannot be read", e);
        }
    }

    private String write(List<Evidence> evidence) {
        try {
            return json.writeValueAsString(evidence);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the evidence of a condition cannot be written", e);
        }
    }

    /** Ledger fact: a condition was recorded, acknowledged or met; of its words the digest. */
    @RegisterForReflection
    record Fact(String condition, String wordsSha256, List<String> evidence) {}
}
