package dev.portcullis.licensing.application;

import dev.portcullis.licensing.criteria.Known;
import dev.portcullis.licensing.decision.Determination;
import dev.portcullis.licensing.determination.Step;
import dev.portcullis.licensing.form.Filled;
import dev.portcullis.licensing.form.Filled.Status;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Drafts the letter of explanation (15 CFR 748.8 and Supplement No. 2 to Part 748): what is asked and why, from the blocks and the steps of
 * the determination. What is missing stands in brackets, so that nobody sends it unseen.
 */
final class Letter {
    private Letter() {}

    static List<String> of(Application application, Determination determination, Known known, List<Filled> blocks) {
        List<String> letter = new ArrayList<>();
        letter.add("Letter of explanation, draft of " + application.draftedOn());
        letter.add(
                application.purpose() == Purpose.LICENSE
                        ? "We apply for a license for the " + what(determination) + " of "
                                + said(known, "item.name", "the item") + ", classified "
                                + said(known, "item.classification", "under an entry to be stated") + ", to "
                                + said(known, "destination", "the country to be stated") + "."
                        : "We notify BIS under License Exception NAC of the " + what(determination) + " of "
                                + said(known, "item.name", "the item") + ", classified "
                                + said(known, "item.classification", "under an entry to be stated") + ", to "
                                + said(known, "destination", "the country to be stated") + ".");
        letter.add("Ultimate consignee: " + block(blocks, "18.name", "18.person") + ". End user: "
                + block(blocks, "19.name", "18.person") + ". Specific end use: " + block(blocks, "21", "21"));
        letter.add("Quantity " + block(blocks, "22.e", "22.e") + " " + block(blocks, "22.f", "22.f")
                + ", total value in US dollars " + block(blocks, "23", "23") + ".");
        for (Step step : determination.steps()) {
            if (step.result() == Step.Finding.LICENSE_REQUIRED || step.result() == Step.Finding.PERMITS) {
                letter.add("Why: " + (step.explanation() == null ? step.question() : step.explanation()) + " ("
                        + String.join("; ", step.citations()) + ")");
            }
        }
        if (determination.reviewPolicy() != null) {
            letter.add("The review policy that we understand to apply: "
                    + determination.reviewPolicy().name().replace('_', ' ').toLowerCase(java.util.Locale.ROOT) + ".");
        }
        for (Filled block : blocks) {
            if (block.form().startsWith("Supplement") && block.status() != Status.NOT_NEEDED) {
                letter.add(block.label() + " (" + block.citation() + "): " + value(block));
            }
        }
        letter.add("Signed for the applicant: [signature, name and title]");
        return letter;
    }

    private static String what(Determination determination) {
        return switch (determination.transaction().activity()) {
            case EXPORT -> "export";
            case REEXPORT -> "reexport";
            case IN_COUNTRY_TRANSFER -> "transfer (in-country)";
            case DEEMED_EXPORT -> "release to a foreign person in the United States";
            case DEEMED_REEXPORT -> "release to a foreign person abroad";
        };
    }

    private static String said(Known known, String fact, String otherwise) {
        String value = known.shown(fact);
        return value == null ? "[" + otherwise + "]" : value;
    }

    private static String block(List<Filled> blocks, String key, String otherwise) {
        Filled found = find(blocks, key);
        if (found == null || found.status() == Status.NOT_NEEDED) {
            found = find(blocks, otherwise);
        }
        return found == null ? "[to be stated]" : value(found);
    }

    private static @Nullable Filled find(List<Filled> blocks, String key) {
        return blocks.stream()
                .filter(block -> block.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    private static String value(Filled block) {
        return block.value() == null ? "[to be stated: " + block.label() + "]" : block.value();
    }
}
