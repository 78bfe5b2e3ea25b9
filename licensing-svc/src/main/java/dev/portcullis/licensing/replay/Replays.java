package dev.portcullis.licensing.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.contracts.DeterminationState.Outcome;
import dev.portcullis.licensing.decision.CanonicalJson;
import dev.portcullis.licensing.decision.Determination;
import dev.portcullis.licensing.decision.Determinations;
import dev.portcullis.licensing.decision.Determinations.Stored;
import dev.portcullis.licensing.decision.ExportAdministrationRegulations;
import dev.portcullis.licensing.decision.Inputs;
import dev.portcullis.licensing.hold.Hold;
import dev.portcullis.licensing.hold.Holds;
import dev.portcullis.licensing.replay.Replay.Remark;
import dev.portcullis.licensing.replay.Replay.Result;
import dev.portcullis.platform.digest.Sha256;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Computes determinations again. Reads only; everything runs in the caller's session. */
@ApplicationScoped
class Replays {
    private static final Logger LOG = Logger.getLogger(Replays.class);

    @Inject
    Determinations determinations;

    @Inject
    Holds holds;

    @Inject
    ExportAdministrationRegulations law;

    @Inject
    CanonicalJson canonical;

    @Inject
    ObjectMapper json;

    /** What is at hand for one determination: what it was computed from, null where that cannot be read, and the ledger's word. */
    private record Case(
            Stored stored,
            @Nullable Inputs inputs,
            @Nullable LedgerWord word) {}

    /** Computes one again; 404 where there is none. */
    Uni<Replay> one(String id) {
        return determinations.stored(id).chain(stored -> all(List.of(stored))).map(replays -> replays.get(0));
    }

    /** Computes some again, in their order. */
    Uni<List<Replay>> all(List<Stored> stored) {
        return words(stored).chain(words -> {
            List<Case> cases = stored.stream()
                    .map(one -> new Case(one, inputs(one), words.get(one.ledgerEntryId())))
                    .toList();
            List<String> named = cases.stream()
                    .map(Case::inputs)
                    .filter(Objects::nonNull)
                    .flatMap(inputs -> inputs.holds().stream())
                    .distinct()
                    .toList();
            return holds.named(named).map(letters -> {
                Map<String, Hold> byId = new HashMap<>();
                letters.forEach(letter -> byId.put(letter.id(), letter));
                return cases.stream().map(one -> replay(one, byId)).toList();
            });
        });
    }

    private Uni<Map<Long, LedgerWord>> words(List<Stored> stored) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "select l.id, l.payload from LedgerRow l where l.id in :ids", Object[].class)
                        .setParameter(
                                "ids",
                                stored.stream().map(Stored::ledgerEntryId).toList())
                        .getResultList())
                .map(rows -> {
                    Map<Long, LedgerWord> words = new HashMap<>();
                    for (Object[] row : rows) {
                        LedgerWord word = LedgerWord.of((byte[]) row[1], json);
                        if (word != null) {
                            words.put((Long) row[0], word);
                        }
                    }
                    return words;
                });
    }

    private @Nullable Inputs inputs(Stored stored) {
        byte[] bytes = stored.inputs();
        if (bytes == null) {
            return null;
        }
        try {
            return canonical.read(bytes, Inputs.class);
        } catch (RuntimeException unreadable) {
            LOG.warnf(
                    "what the determination %s was computed from cannot be read: %s",
                    stored.id(), unreadable.getClass());
            return null;
        }
    }

    private Replay replay(Case one, Map<String, Hold> letters) {
        Set<Remark> remarks = EnumSet.noneOf(Remark.class);
        Stored stored = one.stored();
        String sha256 = Sha256.of(stored.answer());
        LedgerWord word = one.word();
        if (word == null
                || !word.subject().equals(stored.id())
                || !word.answerSha256().equals(sha256)) {
            remarks.add(Remark.ANSWER_ALTERED);
        }
        if (word != null && !Objects.equals(word.inputsSha256(), sha256(stored.inputs()))) {
            remarks.add(Remark.INPUTS_ALTERED);
        }
        boolean asTheLedgerSays = remarks.isEmpty();
        Inputs inputs = one.inputs();
        String reason = inputs == null ? whyWithout(stored) : missingLetter(inputs, letters);
        if (inputs == null || reason != null) {
            return new Replay(
                    stored.id(),
                    asTheLedgerSays ? Result.NOT_REPLAYABLE : Result.DIFFERENT,
                    reason,
                    remarks,
                    stored.outcome(),
                    null,
                    sha256,
                    null,
                    inputs == null ? null : inputs.program(),
                    law.program(),
                    List.of(),
                    List.of(),
                    List.of());
        }
        if (!inputs.program().version().equals(law.program().version())) {
            remarks.add(Remark.PROGRAM_CHANGED);
        }
        if (!inputs.program().law().equals(law.program().law())) {
            remarks.add(Remark.LAW_CHANGED);
        }
        return compare(stored, sha256, inputs, computed(stored, inputs, letters), asTheLedgerSays, remarks);
    }

    private Replay compare(
            Stored stored,
            String sha256,
            Inputs inputs,
            @Nullable Determination computed,
            boolean asTheLedgerSays,
            Set<Remark> remarks) {
        if (computed == null) {
            remarks.add(Remark.PROGRAM_FAILS);
        }
        byte[] bytes = computed == null ? null : canonical.write(computed);
        Comparison comparison = bytes == null
                ? new Comparison(List.of(), List.of(), List.of())
                : Comparison.of(stored.answer(), bytes, json);
        boolean same = bytes != null && comparison.parts().isEmpty();
        Outcome outcome = computed == null ? null : computed.outcome();
        return new Replay(
                stored.id(),
                same && asTheLedgerSays ? Result.IDENTICAL : Result.DIFFERENT,
                null,
                remarks,
                stored.outcome(),
                outcome,
                sha256,
                sha256(bytes),
                inputs.program(),
                law.program(),
                comparison.parts(),
                comparison.onlyStored(),
                comparison.onlyComputed());
    }

    private @Nullable Determination computed(Stored stored, Inputs inputs, Map<String, Hold> letters) {
        try {
            List<Hold> seen = new ArrayList<>();
            inputs.holds().forEach(id -> seen.add(Objects.requireNonNull(letters.get(id))));
            return law.answer(stored.id(), inputs, seen);
        } catch (RuntimeException fault) {
            LOG.warnf("the determination %s cannot be computed again: %s", stored.id(), fault.getClass());
            return null;
        }
    }

    private static @Nullable String missingLetter(Inputs inputs, Map<String, Hold> letters) {
        return inputs.holds().stream()
                .filter(id -> !letters.containsKey(id))
                .findFirst()
                .map(id -> "The letter " + id + " that it saw is not kept any more.")
                .orElse(null);
    }

    private static String whyWithout(Stored stored) {
        if (!stored.inputsWereKept()) {
            return "It was made before it was kept what determinations are computed from.";
        }
        return stored.inputs() == null
                ? "What it was computed from was more than is kept."
                : "This program cannot read what it was computed from.";
    }

    private static @Nullable String sha256(byte @Nullable [] bytes) {
        return bytes == null ? null : Sha256.of(bytes);
    }
}
