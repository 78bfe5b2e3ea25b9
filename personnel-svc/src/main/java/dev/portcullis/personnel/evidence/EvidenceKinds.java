package dev.portcullis.personnel.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.personnel.nationality.NationalityFacts;
import dev.portcullis.personnel.nationality.ProtectedIndividual;
import dev.portcullis.personnel.nationality.ProtectedIndividual.Protection;
import dev.portcullis.personnel.nationality.UsPersonBasis;
import dev.portcullis.personnel.person.Verifications.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which documents may be evidence of what, and of whom. Nobody whom the law protects, or may protect, is asked for a passport or another
 * particular document (8 U.S.C. 1324b(a)(6)): of these only a signed statement, or what they chose to show by themselves, is taken. A kind that
 * is not here is not taken at all, and among those none comes from Form I-9, whose documents must stay apart.
 */
final class EvidenceKinds {
    private final Map<String, Evidential> kinds;

    private EvidenceKinds(Map<String, Evidential> kinds) {
        this.kinds = Map.copyOf(kinds);
    }

    /**
     * A kind.
     *
     * @param facts of which it is evidence
     * @param anybody whether it may be taken of anybody; else only of whom the law does not protect
     * @param lastsMonths how long it is relied on at the most
     */
    private record Evidential(Set<Kind> facts, boolean anybody, int lastsMonths) {}

    /** Why a document is not taken. */
    enum Refusal {
        UNKNOWN_KIND("is not a kind of evidence that is taken; documents of Form I-9 are kept apart and are none"),
        OF_OTHER_FACTS("is evidence of other facts"),
        PROTECTED("is not asked of this person: take a signed statement or a document of the person's own choice"
                + " (8 U.S.C. 1324b(a)(6))");

        private final String words;

        Refusal(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** Those that come with this service. */
    static EvidenceKinds shipped() {
        try (InputStream file = Objects.requireNonNull(
                EvidenceKinds.class.getResourceAsStream("/questions/evidence-kinds.json"),
                "the kinds of evidence are missing")) {
            Map<String, Evidential> kinds = new LinkedHashMap<>();
            for (JsonNode node : new ObjectMapper().readTree(file).required("kinds")) {
                Set<Kind> facts = EnumSet.noneOf(Kind.class);
                node.required("facts").forEach(fact -> facts.add(Kind.valueOf(fact.asText())));
                kinds.put(
                        node.required("kind").asText(),
                        new Evidential(
                                Set.copyOf(facts),
                                node.required("anybody").asBoolean(),
                                node.required("lastsMonths").asInt()));
            }
            return new EvidenceKinds(kinds);
        } catch (IOException e) {
            throw new IllegalStateException("the kinds of evidence cannot be read", e);
        }
    }

    /** Why a document is not taken of a person; empty where it is. */
    Optional<Refusal> refusal(String kind, Kind fact, NationalityFacts person, LocalDate day) {
        Evidential evidential = kinds.get(kind);
        if (evidential == null) {
            return Optional.of(Refusal.UNKNOWN_KIND);
        }
        if (!evidential.facts().contains(fact)) {
            return Optional.of(Refusal.OF_OTHER_FACTS);
        }
        return evidential.anybody() || !mayBeProtected(person, day) ? Optional.empty() : Optional.of(Refusal.PROTECTED);
    }

    /** The last day on which evidence is relied on: of the document, or of our own trust in it. */
    LocalDate until(String kind, LocalDate documentExpires, LocalDate today) {
        LocalDate ours =
                today.plusMonths(Objects.requireNonNull(kinds.get(kind)).lastsMonths());
        return documentExpires.isBefore(ours) ? documentExpires : ours;
    }

    /**
     * Whether somebody may be protected. A permanent resident who is protected no longer is treated as if: the export rules ask no more of
     * one permanent resident than of another.
     */
    private static boolean mayBeProtected(NationalityFacts person, LocalDate day) {
        return person.usPersonBasis() != UsPersonBasis.NONE
                || ProtectedIndividual.of(person, day).protection() != Protection.NOT_PROTECTED;
    }
}
