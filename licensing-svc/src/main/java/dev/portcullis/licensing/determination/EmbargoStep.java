package dev.portcullis.licensing.determination;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.DeterminationState.Outcome;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.licensing.determination.Step.Used;
import dev.portcullis.licensing.regulation.Embargo;
import java.util.List;
import java.util.Locale;

/** General Prohibition Six: embargoes and other special controls (15 CFR 736.2(b)(6), Part 746). */
final class EmbargoStep {
    private static final String QUESTION = "Is the destination under an embargo or another special control?";

    private EmbargoStep() {}

    static void judge(Walk walk, ItemState item, CountryCode destination) {
        boolean none = true;
        for (Embargo embargo : walk.law.embargoes(destination)) {
            none = false;
            apply(walk, item, destination, embargo);
        }
        if (none) {
            walk.passes(QUESTION, place(destination), "No control of Part 746 speaks of it.", "15 CFR 736.2(b)(6)");
        }
    }

    private static void apply(Walk walk, ItemState item, CountryCode destination, Embargo embargo) {
        if (!embargo.regions().isEmpty() && !walk.transaction.toPerson()) {
            String region = walk.transaction.region() == null
                    ? null
                    : walk.transaction.region().toUpperCase(Locale.ROOT);
            if (region != null && embargo.otherRegions().contains(region)) {
                walk.passes(QUESTION, place(destination), "The region is not under the control.", embargo.citation());
                return;
            }
            if (region == null || !embargo.regions().contains(region)) {
                walk.asks(QUESTION, place(destination), String.valueOf(embargo.regionQuestion()), embargo.citation());
                return;
            }
        } else if (!embargo.regions().isEmpty()) {
            // A nationality has no region; what is sent to one is judged where it is sent.
            return;
        }
        Eccn eccn = item.classification() == null ? null : item.classification().eccn();
        if (eccn != null && eccn.isEar99() && !embargo.ear99()) {
            walk.asks(QUESTION, place(destination), String.valueOf(embargo.ear99Question()), embargo.citation());
            return;
        }
        if (embargo.outcome() == Outcome.PROHIBITED) {
            walk.prohibits(QUESTION, place(destination), "The destination is under an embargo.", embargo.citation());
        } else {
            walk.barExceptions();
            walk.requires(
                    QUESTION,
                    place(destination),
                    "The destination is under an embargo.",
                    new Walk.Required(embargo.id(), "EMBARGO", embargo.citation(), embargo.policy(), false));
        }
    }

    private static List<Used> place(CountryCode destination) {
        return List.of(FactSteps.stated("destination", destination.value()));
    }
}
