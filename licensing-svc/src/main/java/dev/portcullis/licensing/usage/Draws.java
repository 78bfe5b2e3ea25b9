package dev.portcullis.licensing.usage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.licensing.balance.Movement;
import dev.portcullis.licensing.facts.Facts;
import dev.portcullis.licensing.license.Books;
import dev.portcullis.licensing.license.Instruction;
import dev.portcullis.licensing.license.Instruction.Exact;
import dev.portcullis.licensing.license.MovementView;
import dev.portcullis.licensing.license.Outcome;
import dev.portcullis.licensing.license.Outcome.Moved;
import dev.portcullis.licensing.measure.Units;
import dev.portcullis.platform.digest.Sha256;
import dev.portcullis.platform.problem.ProblemException;
import dev.portcullis.platform.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Draws and what comes back of them. */
@ApplicationScoped
class Draws {
    private static final Logger LOG = Logger.getLogger(Draws.class);

    @Inject
    DrawGroups groups;

    @Inject
    Books books;

    @Inject
    Facts facts;

    @Inject
    Units units;

    @Inject
    ObjectMapper json;

    /**
     * Draws, in a transaction with others.
     *
     * @throws dev.portcullis.platform.problem.ProblemException 400 or 422 at a field that cannot be so
     */
    Uni<Outcome> draw(String reference, UseRequest request, String by, Instant now) {
        return groups.post(instruction(Movement.DRAW, reference, request, by, now));
    }

    /** Draws for many shipments, each for itself; what came of each, in their order. */
    Uni<List<Batch.Result>> draw(Batch.Request request, String by, Instant now) {
        List<Uni<Batch.Result>> results = request.draws().stream()
                .map(one -> Uni.createFrom()
                        .deferred(() -> draw(one.reference(), one.use(), by, now))
                        .map(outcome -> result(one.reference(), Refusals.moved(outcome)))
                        .onFailure()
                        .recoverWithItem(failure -> result(one.reference(), failure)))
                .toList();
        return Uni.join().all(results).andFailFast();
    }

    private static Batch.Result result(String reference, Moved moved) {
        return new Batch.Result(reference, moved.again() ? 200 : 201, moved.movements(), null);
    }

    /** A draw that failed holds up no other: what passes is to be sent again, and what does not is told as it would be alone. */
    private static Batch.Result result(String reference, Throwable failure) {
        ProblemException told;
        if (failure instanceof ProblemException problem) {
            told = problem;
        } else if (Problems.mayPass(failure)) {
            told = Problems.busy();
        } else {
            LOG.error("a draw of several failed by a fault of this service", failure);
            told = Problems.unavailable("the draw");
        }
        return new Batch.Result(reference, told.problem().status(), List.of(), told.problem());
    }

    Instruction instruction(Movement kind, String reference, UseRequest request, String by, Instant now) {
        UseRules.requireReference(reference);
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        UseRules.require(request, units, facts.item(request.itemId(), now).value(), today, kind == Movement.DRAW);
        return new Instruction(
                kind,
                reference,
                digest(request),
                List.copyOf(request.uses(today)),
                request.assignment(),
                null,
                by,
                now);
    }

    /** What a draw moved, and what came back of it; 404 where there is none. */
    Uni<List<MovementView>> of(String reference) {
        UseRules.requireReference(reference);
        return books.ofReference(reference).map(movements -> {
            List<MovementView> its = movements.stream()
                    .filter(movement -> movement.kind() == Movement.DRAW
                                    && movement.reference().equals(reference)
                            || movement.kind() == Movement.RETURN && reference.equals(movement.relatesTo()))
                    .toList();
            if (its.stream().noneMatch(movement -> movement.kind() == Movement.DRAW)) {
                throw Problems.notFound("draw", reference);
            }
            return its;
        });
    }

    /** Takes back what was drawn, all or in part. Runs in the caller's transaction. */
    Uni<Outcome> giveBack(String draw, ReturnRequest request, String by, Instant now) {
        UseRules.requireReference(request.reference());
        return of(draw).chain(movements -> {
            List<MovementView> drawn = movements.stream()
                    .filter(movement -> movement.kind() == Movement.DRAW)
                    .toList();
            List<Exact> parts = new ArrayList<>();
            for (int i = 0; i < request.parts().size(); i++) {
                parts.add(Returns.part(drawn, request.parts().get(i), "/parts/" + i, units));
            }
            Instruction instruction = new Instruction(
                    Movement.RETURN,
                    request.reference(),
                    digest(request),
                    List.copyOf(parts),
                    draw,
                    request.reason(),
                    by,
                    now);
            return books.post(instruction);
        });
    }

    String digest(Object request) {
        try {
            return Sha256.of(json.writeValueAsBytes(request));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a request that was read cannot be written", e);
        }
    }
}
