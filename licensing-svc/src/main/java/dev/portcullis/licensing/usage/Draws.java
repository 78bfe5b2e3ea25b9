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
import dev.portcullis.licensing.measure.Units;
import dev.portcullis.platform.digest.Sha256;
import dev.portcullis.platform.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Draws and what comes back of them. */
@ApplicationScoped
class Draws {
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
