package dev.portcullis.licensing.release;

import dev.portcullis.contracts.DeterminationState.Outcome;
import dev.portcullis.contracts.ReleaseState.Decision;
import dev.portcullis.licensing.decision.Determination;
import dev.portcullis.licensing.decision.FactUsed;
import dev.portcullis.licensing.determination.Step;
import dev.portcullis.licensing.determination.Step.Finding;
import dev.portcullis.licensing.license.Coverage;
import dev.portcullis.licensing.license.Drawing;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the gate does, and why.
 *
 * @param decision whether it opens
 * @param authority what permits; null where it stays shut
 * @param reasons why
 */
record Verdict(Decision decision, @Nullable String authority, List<String> reasons) {
    Verdict {
        reasons = List.copyOf(reasons);
        if ((decision == Decision.PERMITTED) != (authority != null)) {
            throw new IllegalStateException("the gate opens by an authority, and only by one");
        }
    }

    /** Whether the law leaves it to a license; no license is drawn upon otherwise. */
    static boolean wantsLicense(Determination determination) {
        return determination.outcome() == Outcome.LICENSE_REQUIRED && factsAreUsable(determination);
    }

    /**
     * Decides.
     *
     * @param determination what the law says
     * @param drawing what came of the wish to draw on a license; null where none was asked
     */
    static Verdict of(Determination determination, @Nullable Drawing drawing) {
        List<String> unusable = FactUsed.unusable(determination.facts());
        // The law asks for this too. It is asked here once more, because a gate that opens on an old fact is the worst
        // of faults.
        if (!unusable.isEmpty() && determination.outcome() != Outcome.PROHIBITED) {
            return new Verdict(Decision.REVIEW, null, concat(unusable, determination.missing()));
        }
        String authority = determination.authority();
        return switch (determination.outcome()) {
            case NO_LICENSE_REQUIRED -> open(authority == null ? "NLR" : authority, determination);
            case EXCEPTION ->
                authority == null
                        ? new Verdict(Decision.REVIEW, null, List.of("the exception is not named"))
                        : open(authority, determination);
            case LICENSE_REQUIRED -> byLicense(determination, drawing);
            case PROHIBITED -> new Verdict(Decision.DENIED, null, decidingSteps(determination));
            case REVIEW ->
                new Verdict(Decision.REVIEW, null, concat(determination.missing(), decidingSteps(determination)));
        };
    }

    private static Verdict open(String authority, Determination determination) {
        return new Verdict(Decision.PERMITTED, authority, decidingSteps(determination));
    }

    private static Verdict byLicense(Determination determination, @Nullable Drawing drawing) {
        if (drawing != null && drawing.drawn() != null) {
            return open(authority(drawing.drawn(), drawing.alsoDrawn()), determination);
        }
        List<String> reasons = new ArrayList<>();
        if (drawing == null || drawing.considered().isEmpty()) {
            reasons.add("a license is required, and none is recorded that names this item or entry");
        } else {
            for (Coverage coverage : drawing.considered()) {
                coverage.checks().stream()
                        .filter(check -> !check.holds())
                        .forEach(check -> reasons.add("license " + coverage.licenseNumber() + ", " + check.of() + ": "
                                + check.explanation()));
            }
        }
        return new Verdict(Decision.DENIED, null, concat(reasons, decidingSteps(determination)));
    }

    /** The number of the license, or of all of them where the release is spread over several. */
    private static String authority(Drawing.Drawn first, List<Drawing.Drawn> further) {
        return Stream.concat(Stream.of(first), further.stream())
                .map(Drawing.Drawn::licenseNumber)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** Why, to a reader who is shown the determination and not what came of a license. */
    static List<String> inWords(Decision decision, Determination shown) {
        List<String> reasons = concat(shown.missing(), decidingSteps(shown));
        return shown.outcome() != Outcome.LICENSE_REQUIRED
                ? reasons
                : concat(
                        reasons,
                        List.of(
                                decision == Decision.PERMITTED
                                        ? "A license that is recorded covers it."
                                        : "No license that is recorded covers it."));
    }

    private static boolean factsAreUsable(Determination determination) {
        return determination.facts().stream().allMatch(FactUsed::usable);
    }

    /** What decided: the steps whose result is the outcome; where nothing stood in the way, the last of them. */
    private static List<String> decidingSteps(Determination determination) {
        Set<Finding> results = switch (determination.outcome()) {
            case PROHIBITED -> EnumSet.of(Finding.PROHIBITED);
            case REVIEW -> EnumSet.of(Finding.REVIEW);
            case LICENSE_REQUIRED -> EnumSet.of(Finding.LICENSE_REQUIRED);
            case EXCEPTION -> EnumSet.of(Finding.PERMITS);
            case NO_LICENSE_REQUIRED -> EnumSet.of(Finding.PERMITS, Finding.CLEARS);
        };
        List<Step> deciding = determination.steps().stream()
                .filter(step -> results.contains(step.result()))
                .toList();
        if (deciding.isEmpty() && !determination.steps().isEmpty()) {
            deciding = List.of(determination.steps().get(determination.steps().size() - 1));
        }
        return deciding.stream().map(Verdict::inWords).distinct().toList();
    }

    private static String inWords(Step step) {
        String text = step.explanation() == null ? step.question() + " " + step.result() : step.explanation();
        return step.citations().isEmpty() ? text : text + " (" + String.join("; ", step.citations()) + ")";
    }

    private static List<String> concat(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
