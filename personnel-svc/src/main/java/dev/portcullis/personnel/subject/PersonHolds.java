package dev.portcullis.personnel.subject;

import dev.portcullis.personnel.person.Persons;
import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import dev.portcullis.platform.etag.ETags;
import dev.portcullis.platform.id.Ids;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Legal holds on persons. Everything runs in the caller's transaction. */
@ApplicationScoped
public class PersonHolds implements PanacheRepositoryBase<PersonHoldRow, String> {
    private static final String CHANGED = "dev.portcullis.person-hold.changed";

    @Inject
    Persons persons;

    @Inject
    Changes changes;

    /** Whether a hold is in force on a person. */
    Uni<Boolean> held(String personId) {
        return count("personId = ?1 and state <> ?2", personId, PersonHold.State.LIFTED)
                .map(count -> count > 0);
    }

    /** Places a hold; 404 where there is no person who could be erased. It is in force from the answer on. */
    Uni<PersonHold> place(String personId, String reference, String by, Instant now) {
        // Locked, so that an erasure under way is waited for and none begins meanwhile.
        return persons.lockUnerased(personId).chain(there -> {
            if (!there) {
                throw Problems.notFound("person", personId);
            }
            PersonHoldRow row = new PersonHoldRow();
            row.id = Ids.next("phd");
            row.version = 1;
            row.personId = personId;
            row.reference = reference;
            row.placedBy = by;
            row.placedAt = now;
            row.changedAt = now;
            return persist(row).chain(() -> made(row));
        });
    }

    /** Proposes to lift a hold; it stays in force. */
    Uni<PersonHold> propose(String id, @Nullable String ifMatch, String by, Instant now) {
        return locked(id, ifMatch).chain(row -> {
            if (row.state != PersonHold.State.IN_FORCE) {
                throw Problems.conflict("The hold is " + row.state + ".");
            }
            row.state = PersonHold.State.LIFT_PROPOSED;
            row.liftProposedBy = by;
            return changed(row, now);
        });
    }

    /** Lifts a hold; 403 where the caller proposed it. */
    Uni<PersonHold> lift(String id, @Nullable String ifMatch, String by, Instant now) {
        return locked(id, ifMatch).chain(row -> {
            if (row.state != PersonHold.State.LIFT_PROPOSED) {
                throw Problems.conflict("Nobody has proposed to lift the hold: it is " + row.state + ".");
            }
            if (by.equals(row.liftProposedBy)) {
                throw Problems.forbidden("Who proposed to lift a hold does not lift it: it takes a second person.");
            }
            row.state = PersonHold.State.LIFTED;
            row.liftedBy = by;
            return changed(row, now);
        });
    }

    Uni<PersonHold> get(String id) {
        return findById(id).map(row -> present(row, id).view());
    }

    Uni<List<PersonHold>> page(@Nullable String after, int count) {
        return find("id > ?1 order by id", after == null ? "" : after)
                .range(0, count - 1)
                .list()
                .map(rows -> rows.stream().map(PersonHoldRow::view).toList());
    }

    private Uni<PersonHoldRow> locked(String id, @Nullable String ifMatch) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE)
                .invoke(row -> ETags.require(ifMatch, present(row, id).version));
    }

    private Uni<PersonHold> changed(PersonHoldRow row, Instant now) {
        row.version++;
        row.changedAt = now;
        return made(row);
    }

    private Uni<PersonHold> made(PersonHoldRow row) {
        return changes.record(new Change(
                        null, row.id, row.version, CHANGED, null, new Fact(row.id, row.personId, row.state.name())))
                .replaceWith(row::view);
    }

    private static PersonHoldRow present(@Nullable PersonHoldRow row, String id) {
        if (row == null) {
            throw Problems.notFound("person hold", id);
        }
        return row;
    }

    /** What the ledger keeps of it. */
    @RegisterForReflection
    record Fact(String id, String person, String state) {}
}
