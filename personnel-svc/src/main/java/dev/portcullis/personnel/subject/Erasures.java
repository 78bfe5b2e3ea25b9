package dev.portcullis.personnel.subject;

import dev.portcullis.personnel.person.Person;
import dev.portcullis.personnel.person.Persons;
import dev.portcullis.platform.etag.ETags;
import dev.portcullis.platform.id.Ids;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Erasures: proposed by one, agreed to by another, and only of somebody who left, whose record need not be kept any more (15 CFR 762.6) and who is
 * not held. Everything runs in the caller's transaction.
 */
@ApplicationScoped
public class Erasures implements PanacheRepositoryBase<ErasureRow, String> {
    /** Who erases where the time of a record has run out. */
    static final String TIME = "retention";

    @Inject
    Persons persons;

    @Inject
    PersonHolds holds;

    /** How long a record is kept after the last action on it. */
    @Inject
    @ConfigProperty(name = "portcullis.privacy.retention", defaultValue = "P5Y")
    String retention;

    /** The moment before which the last action on a record must lie for it to be erased. */
    Instant due(Instant now) {
        return now.atZone(ZoneOffset.UTC).minus(Period.parse(retention)).toInstant();
    }

    /** Proposes an erasure; 404 where there is no person, 409 where the record must still be kept. */
    Uni<Erasure> propose(String personId, String by, Instant now) {
        return mayGo(personId, now).chain(() -> {
            ErasureRow row = new ErasureRow();
            row.id = Ids.next("ers");
            row.version = 1;
            row.personId = personId;
            row.proposedBy = by;
            row.proposedAt = now;
            return persist(row).map(ErasureRow::view);
        });
    }

    /** Agrees, and destroys the key; 403 where the caller proposed it, 409 where the person is held or the record must be kept. */
    Uni<Erasure> agree(String id, @Nullable String ifMatch, String by, Instant now) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE).chain(row -> {
            if (row == null) {
                throw Problems.notFound("erasure", id);
            }
            ETags.require(ifMatch, row.version);
            if (row.erasedAt != null) {
                throw Problems.conflict("The person is erased.");
            }
            if (by.equals(row.proposedBy)) {
                throw Problems.forbidden("Who proposed an erasure does not agree to it: it takes a second person.");
            }
            row.agreedBy = by;
            return erase(row, now);
        });
    }

    /** Erases somebody whose time has run out. */
    Uni<Erasure> expire(String personId, Instant now) {
        ErasureRow row = new ErasureRow();
        row.id = Ids.next("ers");
        row.personId = personId;
        row.proposedBy = TIME;
        row.proposedAt = now;
        return erase(row, now).chain(done -> persist(row).replaceWith(done));
    }

    Uni<Erasure> get(String id) {
        return findById(id).map(row -> {
            if (row == null) {
                throw Problems.notFound("erasure", id);
            }
            return row.view();
        });
    }

    Uni<List<Erasure>> page(@Nullable String after, int count) {
        return find("id > ?1 order by id", after == null ? "" : after)
                .range(0, count - 1)
                .list()
                .map(rows -> rows.stream().map(ErasureRow::view).toList());
    }

    private Uni<Erasure> erase(ErasureRow row, Instant now) {
        return mayGo(row.personId, now)
                .chain(() -> persons.eraseInTransaction(row.personId))
                .map(entry -> {
                    if (entry == null) {
                        throw Problems.conflict("The person is erased.");
                    }
                    row.version++;
                    row.erasedAt = now;
                    row.ledgerEntry = entry;
                    return row.view();
                });
    }

    /** The person first, locked, so that no hold comes in between. */
    private Uni<Void> mayGo(String personId, Instant now) {
        return persons.lockUnerased(personId)
                .chain(there -> there
                        ? persons.findAnyInTransaction(personId)
                        : Uni.createFrom().<@Nullable Person>nullItem())
                .chain(person -> {
                    if (person == null) {
                        throw Problems.notFound("person", personId);
                    }
                    if (!person.deleted()) {
                        throw Problems.conflict("The person works here: only who left is erased.");
                    }
                    if (person.changedAt().isAfter(due(now))) {
                        throw Problems.conflict(
                                "The record must be kept until its time has run out since the last action on it (15 CFR 762.6).");
                    }
                    return holds.held(personId).map(held -> {
                        if (held) {
                            throw Problems.conflict("A legal hold is in force.");
                        }
                        return null;
                    });
                });
    }
}
