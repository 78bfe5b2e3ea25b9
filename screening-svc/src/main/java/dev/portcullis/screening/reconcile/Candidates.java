package dev.portcullis.screening.reconcile;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.screening.EntryId;
import dev.portcullis.screening.screening.Finding;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The candidates of a query, best first (section 4.4 of the specification).
 *
 * @param result the candidates
 */
@RegisterForReflection
public record Candidates(List<Candidate> result) {
    /**
     * A listed party that a query is like.
     *
     * @param score 0 to 100, as the specification's users expect it
     * @param match whether the name is equal and nothing speaks against it, and no other candidate is so
     * @param features what makes the score, each 0 to 1, or what evidence adds or takes
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Candidate(
            String id,
            String name,
            @Nullable String description,
            List<Manifest.Type> type,
            @Nullable Double score,
            @Nullable Boolean match,
            @Nullable List<Feature> features) {

        /** An entry that nothing is compared with. */
        static Candidate of(ListedParty entry) {
            return new Candidate(
                    new EntryId(entry.list(), entry.id()).toString(),
                    entry.name(),
                    Candidates.description(entry),
                    List.of(Manifest.Type.of(entry.type())),
                    null,
                    null,
                    null);
        }

        Candidate scored(Finding.Hit hit, boolean alone) {
            List<Feature> made = new ArrayList<>();
            made.add(new Feature("name", hit.nameScore() == null ? hit.score() : hit.nameScore()));
            hit.evidence()
                    .forEach(evidence ->
                            made.add(new Feature(evidence.kind().name().toLowerCase(Locale.ROOT), evidence.effect())));
            return new Candidate(
                    id,
                    name,
                    description,
                    type,
                    Math.round(hit.score() * 10_000) / 100.0,
                    alone && hit.score() == 1,
                    made);
        }
    }

    /** A part of a score. */
    @RegisterForReflection
    public record Feature(String id, double value) {}

    /** The list, where the party is, and why it is listed. */
    static String description(ListedParty entry) {
        List<String> parts = new ArrayList<>();
        parts.add(entry.list());
        if (!entry.countries().isEmpty()) {
            parts.add(String.join(" ", entry.countries()));
        }
        parts.addAll(entry.programs());
        if (entry.reference() != null) {
            parts.add(entry.reference());
        }
        return String.join(", ", parts);
    }
}
