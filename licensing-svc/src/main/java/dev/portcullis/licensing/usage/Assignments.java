package dev.portcullis.licensing.usage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.licensing.balance.Amount;
import dev.portcullis.licensing.balance.Movement;
import dev.portcullis.licensing.license.Books;
import dev.portcullis.licensing.license.Coverage;
import dev.portcullis.licensing.license.Instruction;
import dev.portcullis.licensing.license.Instruction.Exact;
import dev.portcullis.licensing.license.MovementView;
import dev.portcullis.licensing.license.Outcome;
import dev.portcullis.licensing.license.Outcome.Moved;
import dev.portcullis.licensing.usage.AssignmentView.Kept;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Balances that are kept for orders and releases to come. Everything runs in the caller's transaction. */
@ApplicationScoped
class Assignments {
    private static final String ADD = """
            insert into license_assignment
                (reference, request, digest, holds, considered, checked_at, created_by, created_at)
            values (:reference, :request, :digest, true, :considered, :at, :by, :at)""";
    private static final String FIND = """
            select request, holds, considered, checked_at from license_assignment where reference = :reference""";
    private static final String CHECKED = """
            update license_assignment set holds = :holds, considered = :considered, checked_at = :at
            where reference = :reference""";

    @Inject
    Draws draws;

    @Inject
    Books books;

    @Inject
    ObjectMapper json;

    /** Reserves what a later draw will use; the licenses must cover it as they cover a draw. */
    Uni<Outcome> assign(String reference, UseRequest request, String by, Instant now) {
        if (request.assignment() != null) {
            throw Problems.invalid("/assignment", "must be left out: this is the assignment");
        }
        Instruction instruction = draws.instruction(Movement.ASSIGN, reference, request, by, now);
        return books.post(instruction)
                .call(outcome -> outcome instanceof Moved moved && !moved.again()
                        ? add(instruction, request, moved, by, now)
                        : Uni.createFrom().nullItem());
    }

    /** An assignment as it stands; 404 where there is none. */
    Uni<AssignmentView> get(String reference) {
        return find(reference)
                .chain(kept -> movements(reference).map(moved -> AssignmentView.of(reference, kept, moved)));
    }

    /** Holds what is still reserved against the licenses and facts of today, and keeps what came of it. */
    Uni<AssignmentView> reevaluate(String reference, String by, Instant now) {
        return find(reference).chain(kept -> {
            UseRequest request = kept.request();
            Instruction instruction = new Instruction(
                    Movement.DRAW,
                    reference,
                    draws.digest(request),
                    draws.instruction(Movement.ASSIGN, reference, request, by, now)
                            .parts(),
                    reference,
                    null,
                    by,
                    now);
            return books.considered(instruction).chain(considered -> {
                boolean holds = considered.stream().allMatch(Coverage::covers);
                return Panache.getSession()
                        .chain(session -> session.createNativeQuery(CHECKED)
                                .setParameter("holds", holds)
                                .setParameter("considered", write(considered))
                                .setParameter("at", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                                .setParameter("reference", reference)
                                .executeUpdate())
                        .chain(() -> get(reference));
            });
        });
    }

    /** Gives free what is still reserved. */
    Uni<Outcome> unassign(String reference, @Nullable String reason, String by, Instant now) {
        return find(reference).chain(kept -> movements(reference)).chain(movements -> {
            List<Exact> parts = movements.stream()
                    .filter(movement -> movement.kind() == Movement.ASSIGN)
                    .map(movement -> new Exact(movement.licenseNumber(), movement.line(), Amount.NONE))
                    .toList();
            return books.post(new Instruction(
                    Movement.UNASSIGN, reference, "unassign", List.copyOf(parts), reference, reason, by, now));
        });
    }

    private Uni<List<MovementView>> movements(String reference) {
        return books.ofReference(reference)
                .map(movements -> movements.stream()
                        .filter(movement -> movement.kind() == Movement.ASSIGN
                                        && movement.reference().equals(reference)
                                || (movement.kind() == Movement.DRAW || movement.kind() == Movement.UNASSIGN)
                                        && reference.equals(movement.relatesTo()))
                        .toList());
    }

    private Uni<Void> add(Instruction instruction, UseRequest request, Moved moved, String by, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ADD)
                        .setParameter("reference", instruction.reference())
                        .setParameter("request", write(request))
                        .setParameter("digest", instruction.digest())
                        .setParameter("considered", write(moved.considered()))
                        .setParameter("at", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                        .setParameter("by", by)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private Uni<Kept> find(String reference) {
        UseRules.requireReference(reference);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FIND, Object[].class)
                        .setParameter("reference", reference)
                        .getSingleResultOrNull())
                .map(row -> {
                    if (row == null) {
                        throw Problems.notFound("assignment", reference);
                    }
                    return new Kept(
                            read((String) row[0], new TypeReference<UseRequest>() {}),
                            (Boolean) row[1],
                            read((String) row[2], new TypeReference<List<Coverage>>() {}),
                            row[3] instanceof OffsetDateTime time ? time.toInstant() : (Instant) row[3]);
                });
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an assignment cannot be read", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an assignment cannot be written", e);
        }
    }
}
