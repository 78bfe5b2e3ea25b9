package dev.portcullis.screening.casework;

import dev.portcullis.screening.match.Profile;
import java.util.Map;
import java.util.Set;

/** A matching profile that differs from another one in some figures, by the names that they have in {@code profiles/matching.properties}. */
final class OtherProfile {
    /** Figures that may be others; each lies between 0 and 1. */
    static final Set<String> FIGURES = Set.of(
            "review-threshold",
            "omission",
            "omission-alone",
            "short-words",
            "same-sound",
            "short-sounds",
            "other-romanization",
            "unvowelled",
            "same-consonants",
            "common-words",
            "joined",
            "initial",
            "initial-weight",
            "weak-ceiling",
            "legal-form-contradiction",
            "same-country",
            "other-country",
            "other-birth",
            "same-address",
            "other-identifier");

    private OtherProfile() {}

    static Profile of(Profile base, Map<String, Double> figures) {
        return new Profile(
                base.version() + "+what-if",
                figure(figures, "review-threshold", base.reviewThreshold()),
                base.inexactCeiling(),
                figure(figures, "omission", base.omission()),
                figure(figures, "omission-alone", base.omissionAlone()),
                base.editPenalty(),
                base.secondEdit(),
                base.firstLetter(),
                figure(figures, "short-words", base.shortWords()),
                base.oneEditFrom(),
                base.twoEditsFrom(),
                figure(figures, "same-sound", base.sameSound()),
                figure(figures, "short-sounds", base.shortSounds()),
                base.rarest(),
                figure(figures, "other-romanization", base.otherRomanization()),
                figure(figures, "unvowelled", base.unvowelled()),
                figure(figures, "same-consonants", base.sameConsonants()),
                figure(figures, "common-words", base.commonWords()),
                figure(figures, "joined", base.joined()),
                figure(figures, "initial", base.initial()),
                figure(figures, "initial-weight", base.initialWeight()),
                base.swappedParts(),
                figure(figures, "weak-ceiling", base.weakCeiling()),
                figure(figures, "legal-form-contradiction", base.legalFormContradiction()),
                base.hits(),
                effects(base.effects(), figures));
    }

    private static Profile.Effects effects(Profile.Effects base, Map<String, Double> figures) {
        return new Profile.Effects(
                figure(figures, "same-country", base.sameCountry()),
                figure(figures, "other-country", base.otherCountry()),
                base.sameBirthDay(),
                base.sameBirthYear(),
                figure(figures, "other-birth", base.otherBirth()),
                figure(figures, "same-address", base.sameAddress()),
                base.identifierFloor(),
                figure(figures, "other-identifier", base.otherIdentifier()),
                base.weakSupport());
    }

    private static double figure(Map<String, Double> figures, String name, double present) {
        return figures.getOrDefault(name, present);
    }
}
