package dev.portcullis.licensing.redflag;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.contracts.CountryCode;
import dev.portcullis.licensing.determination.RedFlag;
import dev.portcullis.licensing.determination.RedFlag.Kind;
import dev.portcullis.licensing.determination.Transaction;
import dev.portcullis.licensing.redflag.RaisedFlag.State;
import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import dev.portcullis.platform.digest.Sha256;
import dev.portcullis.platform.etag.ETags;
import dev.portcullis.platform.id.Ids;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The red flags that people have seen. Everything runs in the caller's transaction. */
@ApplicationScoped
public class RedFlags implements PanacheRepositoryBase<RedFlagRow, String> {
    private static final String RAISED = "dev.portcullis.redflag.raised";
    private static final String CLOSED = "dev.portcullis.redflag.closed";

    /** Flags that one decision looks at: one open flag is enough to stop it, and of closed ones the newest are told. */
    private static final int MOST = 100;

    @Inject
    ObjectMapper json;

    @Inject
    Changes changes;

    /**
     * The flags on whatever a transaction names, as they stand in the present transaction: first those that are open, then the
     * newest that are closed, a hundred at most. Asked anew by each decision, so that a flag binds every decision that begins
     * after it was raised.
     */
    public Uni<List<RedFlag>> on(Transaction transaction) {
        Set<String> scopes = transaction.redFlagScopes();
        // OPEN stands after CLOSED in the alphabet.
        return find("scope in ?1 order by state desc, id desc", scopes)
                .range(0, MOST - 1)
                .list()
                .map(rows -> rows.stream().map(RedFlags::asSeen).toList());
    }

    /** Raises a flag; the same one can be raised again by others, or anew when it was closed. */
    public Uni<RaisedFlag> raise(NewRedFlag flag, String caller, Instant now) {
        if (Guidance.shipped().entry(flag.number()).isEmpty()) {
            throw Problems.invalid("/number", "must be a number of Supplement No. 3 to 15 CFR Part 732, or OTHER");
        }
        if (flag.kind() == Kind.DESTINATION && !CountryCode.isKnown(flag.subject())) {
            throw Problems.invalid("/subject", "must be a country's code");
        }
        RedFlagRow row = new RedFlagRow();
        row.id = Ids.next("rfl");
        row.version = 1;
        row.number = flag.number();
        row.kind = flag.kind();
        row.subject = flag.kind() == Kind.DESTINATION
                ? CountryCode.of(flag.subject()).value()
                : flag.subject().strip();
        row.scope = flag.kind().scope(row.subject);
        row.seen = flag.seen();
        row.evidence = write(flag.evidence() == null ? List.of() : flag.evidence());
        row.raisedBy = caller;
        row.raisedAt = now;
        return persist(row).chain(() -> record(row, RAISED)).replaceWith(() -> shown(row));
    }

    /** A flag; 404 where there is none. */
    public Uni<RaisedFlag> get(String id) {
        return findById(id).map(row -> shown(present(row, id)));
    }

    /** Flags in the order of their raising, those that were closed included, narrowed to what is given. */
    public Uni<List<RaisedFlag>> page(
            @Nullable State state, @Nullable Kind kind, @Nullable String subject, @Nullable String after, int count) {
        StringBuilder where = new StringBuilder("id > :after");
        Parameters parameters = Parameters.with("after", after == null ? "" : after);
        if (state != null) {
            where.append(" and state = :state");
            parameters = parameters.and("state", state);
        }
        if (kind != null) {
            where.append(" and kind = :kind");
            parameters = parameters.and("kind", kind);
        }
        if (subject != null) {
            where.append(" and scope in :scopes");
            parameters = parameters.and(
                    "scopes",
                    kind == null
                            ? List.of(Kind.values()).stream()
                                    .map(any -> any.scope(subject))
                                    .toList()
                            : List.of(kind.scope(subject)));
        }
        return find(where + " order by id", parameters)
                .range(0, count - 1)
                .list()
                .map(rows -> rows.stream().map(this::shown).toList());
    }

    /**
     * Closes a flag for good; 428 or 412 where its newest version was not seen, 409 where it was closed before, 403 to whoever raised
     * it: nobody takes his own suspicion away.
     */
    public Uni<RaisedFlag> close(
            String id, @Nullable String ifMatch, Resolution resolution, String caller, Instant now) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE).chain(found -> {
            RedFlagRow row = present(found, id);
            ETags.require(ifMatch, row.version);
            if (row.state == State.CLOSED) {
                throw Problems.conflict("The red flag was closed before; raise it anew where it is seen again.");
            }
            if (row.raisedBy.equals(caller)) {
                throw Problems.forbidden("Somebody else than who raised a red flag must close it.");
            }
            row.version = 2;
            row.state = State.CLOSED;
            row.reason = resolution.reason();
            row.resolution = write(resolution.evidence());
            row.closedBy = caller;
            row.closedAt = now;
            return record(row, CLOSED).replaceWith(() -> shown(row));
        });
    }

    private Uni<Long> record(RedFlagRow row, String type) {
        // Flags are this service's own: no topic carries them. What people write may name people: the ledger keeps its
        // digest.
        return changes.record(new Change(
                null,
                row.id,
                row.version,
                type,
                null,
                new Fact(
                        row.state,
                        row.number,
                        row.kind,
                        row.subject,
                        Sha256.of(row.seen),
                        read(row.evidence),
                        row.raisedBy,
                        row.reason == null ? null : Sha256.of(row.reason),
                        row.resolution == null ? null : read(row.resolution),
                        row.closedBy)));
    }

    private static RedFlag asSeen(RedFlagRow row) {
        return new RedFlag(
                row.id,
                row.number,
                title(row.number),
                row.kind,
                row.subject,
                row.seen,
                row.reason == null || row.closedBy == null || row.closedAt == null
                        ? null
                        : new RedFlag.Closing(row.closedBy, row.reason, row.closedAt));
    }

    private RaisedFlag shown(RedFlagRow row) {
        return new RaisedFlag(
                row.id,
                row.version,
                row.state,
                row.number,
                title(row.number),
                row.kind,
                row.subject,
                row.seen,
                read(row.evidence),
                row.raisedBy,
                row.raisedAt,
                row.reason == null || row.resolution == null || row.closedBy == null || row.closedAt == null
                        ? null
                        : new RaisedFlag.Resolved(row.reason, read(row.resolution), row.closedBy, row.closedAt));
    }

    private static String title(String number) {
        return Guidance.shipped()
                .entry(number)
                .map(Guidance.Entry::title)
                .orElse("of a list that is no longer shipped");
    }

    private static RedFlagRow present(@Nullable RedFlagRow row, String id) {
        if (row == null) {
            throw Problems.notFound("red flag", id);
        }
        return row;
    }

    private List<String> read(String digests) {
        try {
            return List.of(json.readValue(digests, String[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the digests of a red flag cannot be read", e);
        }
    }

    private String write(List<String> digests) {
        try {
            return json.writeValueAsString(digests);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the digests of a red flag cannot be written", e);
        }
    }

    /** Ledger fact: a red flag was raised or closed. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Fact(
            State state,
            String number,
            Kind kind,
            String subject,
            String seenSha256,
            List<String> evidence,
            String raisedBy,
            @Nullable String reasonSha256,
            @Nullable List<String> resolution,
            @Nullable String closedBy) {}
}
