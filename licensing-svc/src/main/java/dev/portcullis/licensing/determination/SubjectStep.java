package dev.portcullis.licensing.determination;

import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.contracts.ItemState.Form;
import dev.portcullis.contracts.ItemState.Publication;
import dev.portcullis.licensing.determination.Step.Used;
import dev.portcullis.licensing.regulation.Jurisdiction;
import dev.portcullis.licensing.regulation.Jurisdiction.DirectProduct;
import dev.portcullis.licensing.regulation.Jurisdiction.Exclusion;
import dev.portcullis.licensing.regulation.Requirement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Is the item subject to the EAR, and is what happens an export at all? 15 CFR 734.3 to 734.20. An item of which nothing is said
 * counts as subject; each way out needs all of its facts.
 */
final class SubjectStep {
    static final String NOT_SUBJECT = "NOT_SUBJECT";
    static final String NOT_AN_EXPORT = "NOT_AN_EXPORT";
    private static final String SUBJECT = "Is the item subject to the EAR?";
    private static final String EXPORT = "Is what happens an export?";

    private SubjectStep() {}

    /** What takes the transaction out of the EAR or of the definition of an export; null where nothing is known to. */
    static @Nullable String judge(Walk walk, @Nullable ItemState item) {
        if (item == null || item.classification() == null) {
            return null;
        }
        if (isPublished(walk, item, item.classification().publication())) {
            return NOT_SUBJECT;
        }
        Jurisdiction law = walk.law.jurisdiction();
        for (Exclusion exclusion : law.exclusions()) {
            if (reaches(walk, exclusion, item) && isFulfilled(walk, exclusion)) {
                return exclusion.authority();
            }
        }
        Origin origin = walk.transaction.origin();
        if (origin != null && isForeignAndFree(walk, law, origin, item)) {
            return NOT_SUBJECT;
        }
        Route route = walk.transaction.route();
        return route != null && route.means() == Route.Means.CLOUD_ACCESS && item.form() == Form.COMMODITY
                ? access(walk, law.access())
                : null;
    }

    /** 15 CFR 734.3(b)(3) and 734.7: what is published is not subject to the EAR. */
    private static boolean isPublished(Walk walk, ItemState item, Publication publication) {
        if (item.form() == Form.COMMODITY) {
            return false;
        }
        String question = "Is the item published, and so not subject to the EAR?";
        List<Used> used = List.of(FactSteps.used(walk, "publication", publication.name()));
        if (publication == Publication.PUBLISHED) {
            walk.permits(question, used, "The item is published.", "15 CFR 734.3(b)(3), 734.7");
            return true;
        }
        if (publication == Publication.UNKNOWN) {
            walk.asks(question, used, "Is the item published in the sense of 15 CFR 734.7?", "15 CFR 734.7");
        }
        return false;
    }

    private static boolean reaches(Walk walk, Exclusion exclusion, ItemState item) {
        Route route = walk.transaction.route();
        String means = route == null ? Route.Means.SHIPMENT.name() : String.valueOf(route.means());
        return (exclusion.forms().isEmpty() || exclusion.forms().contains(item.form()))
                && (exclusion.activities().isEmpty() || exclusion.activities().contains(walk.transaction.activity()))
                && (exclusion.means().isEmpty() || exclusion.means().contains(means))
                && (exclusion.to().isNowhere()
                        || (walk.destination != null && exclusion.to().covers(walk.destination, walk.law.groups())));
    }

    /** Whether all facts are there. One that is begun and lacks some tells what it lacks. */
    private static boolean isFulfilled(Walk walk, Exclusion exclusion) {
        List<Used> used = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Requirement requirement : exclusion.requires()) {
            String said = walk.transaction.exceptionFacts().get(requirement.fact());
            if (Answers.fulfills(requirement, said, walk.law.day(), null)) {
                used.add(FactSteps.stated(requirement.fact(), String.valueOf(said)));
            } else {
                missing.add(requirement.question());
            }
        }
        String question = exclusion.authority().equals(NOT_SUBJECT) ? SUBJECT : EXPORT;
        if (missing.isEmpty()) {
            walk.permits(question, used, exclusion.what(), exclusion.citation());
            return true;
        }
        if (!used.isEmpty()) {
            missing.forEach(walk::wouldAsk);
            walk.note(question, used, "It would not be, but lacks: " + String.join(" ", missing), exclusion.citation());
        }
        return false;
    }

    /** A foreign-made item abroad: its controlled content, and the technology of which it is a direct product. */
    private static boolean isForeignAndFree(Walk walk, Jurisdiction law, Origin origin, ItemState item) {
        List<Used> used =
                new ArrayList<>(List.of(FactSteps.stated("made", origin.made().name())));
        if (origin.made() != Origin.Made.ABROAD) {
            walk.passes(SUBJECT, used, "It is of the United States, or in them.", "15 CFR 734.3(a)(1), (2)");
            return false;
        }
        boolean open = isDirectProduct(walk, law, item);
        return isDeMinimis(walk, law.deMinimis(), origin, item, used) && !open;
    }

    /** Whether the item is, or may be, a direct product. */
    private static boolean isDirectProduct(Walk walk, Jurisdiction law, ItemState item) {
        boolean open = false;
        for (DirectProduct rule : law.directProducts()) {
            if ((!rule.forms().isEmpty() && !rule.forms().contains(item.form()))
                    || (walk.destination != null && !rule.to().covers(walk.destination, walk.law.groups()))) {
                continue;
            }
            String said = walk.transaction.exceptionFacts().get(rule.fact());
            List<Used> used = List.of(FactSteps.stated(rule.fact(), String.valueOf(said)));
            switch (Statement.of(said)) {
                case NO -> walk.passes(SUBJECT, used, "No direct product under this rule.", rule.citation());
                case YES -> {
                    walk.asks(
                            SUBJECT,
                            used,
                            "The item is said to be a foreign direct product: counsel must say what the rule asks for.",
                            rule.citation());
                    open = true;
                }
                case UNCLEAR -> {
                    walk.asks(SUBJECT, used, rule.question() + " Say " + rule.fact() + " YES or NO.", rule.citation());
                    open = true;
                }
            }
        }
        return open;
    }

    private static boolean isDeMinimis(
            Walk walk, Jurisdiction.DeMinimis law, Origin origin, ItemState item, List<Used> used) {
        BigDecimal percent = origin.controlledContentPercent();
        if (percent == null || walk.destination == null) {
            walk.asks(
                    SUBJECT,
                    used,
                    "What is the value of the controlled United States content, in percent of the item's, for this destination?",
                    law.citation());
            return false;
        }
        used.add(FactSteps.stated("controlledContentPercent", percent.toPlainString()));
        for (Jurisdiction.ZeroContent zero : law.zeroContent()) {
            for (Eccn content : origin.controlledContent()) {
                if (percent.signum() > 0
                        && zero.entries().matcher(content.value()).matches()
                        && zero.to().covers(walk.destination, walk.law.groups())) {
                    used.add(FactSteps.stated("controlledContent", content.value()));
                    walk.passes(SUBJECT, used, "Content of this entry has no de minimis level.", zero.citation());
                    return false;
                }
            }
        }
        if (percent.signum() > 0 && origin.controlledContent().isEmpty()) {
            walk.asks(
                    SUBJECT,
                    used,
                    "Of which entries is the controlled content? Some have no de minimis level.",
                    law.citation());
            return false;
        }
        for (Jurisdiction.Limit limit : law.limits()) {
            if (limit.to().covers(walk.destination, walk.law.groups())) {
                return isWithin(walk, law, limit, percent, item, used);
            }
        }
        return false;
    }

    private static boolean isWithin(
            Walk walk,
            Jurisdiction.DeMinimis law,
            Jurisdiction.Limit limit,
            BigDecimal percent,
            ItemState item,
            List<Used> used) {
        if (percent.compareTo(limit.percent()) > 0) {
            walk.passes(
                    SUBJECT,
                    used,
                    "The controlled content is above " + limit.percent() + " percent: the item is subject to the EAR.",
                    limit.citation());
            return false;
        }
        String report = walk.transaction.exceptionFacts().get("deMinimis.oneTimeReport");
        if (percent.signum() > 0 && law.reportForms().contains(item.form()) && (report == null || report.isBlank())) {
            walk.asks(SUBJECT, used, law.reportQuestion() + " Name it as deMinimis.oneTimeReport.", limit.citation());
            return false;
        }
        walk.permits(
                SUBJECT,
                used,
                "It is foreign-made, and its controlled content is at most " + limit.percent() + " percent.",
                limit.citation());
        return true;
    }

    /** Capacity is used where it stands: nothing is exported of the thing itself, but who uses it for what is a matter of Part 744. */
    private static String access(Walk walk, Jurisdiction.Access access) {
        List<Used> used = List.of(FactSteps.stated("means", Route.Means.CLOUD_ACCESS.name()));
        boolean there = walk.destination != null && access.asks().covers(walk.destination, walk.law.groups());
        if (there || PartySteps.headquarters(walk, access.asks()) != PartySteps.Home.OUTSIDE) {
            walk.asks(EXPORT, used, access.question(), access.citation());
        }
        walk.permits(
                EXPORT,
                used,
                "The thing stays where it is: who uses it over a network receives nothing of it.",
                access.citation());
        return NOT_AN_EXPORT;
    }
}
