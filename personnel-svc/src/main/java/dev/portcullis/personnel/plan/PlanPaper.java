package dev.portcullis.personnel.plan;

import dev.portcullis.platform.document.FactList;
import dev.portcullis.platform.document.Paper;
import dev.portcullis.platform.document.Paper.Tone;
import dev.portcullis.platform.document.Part;
import dev.portcullis.platform.document.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A plan as a document. It names nobody and nobody's nationality: persons stand by their ids, reasons in words that are the same for all. */
final class PlanPaper {
    private static final String BASIS =
            "15 CFR 734.13(a)(2), 734.14(a)(2), 734.15, 734.20(c); conditions of licenses (15 CFR 750.7(d))";

    private PlanPaper() {}

    /**
     * A plan and whoever and whatever belongs to it.
     *
     * @param admissions those in force or suspended
     * @param visits the newest
     */
    record Whole(Plan plan, List<Admission> admissions, List<Signature> signatures, List<Visit> visits) {}

    /** The document. */
    static Paper of(Whole whole, UsualMeasures usual, Instant now) {
        Plan plan = whole.plan();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        List<Measure> open = plan.measures().stream()
                .filter(measure -> !measure.holdsOn(today))
                .toList();
        Paper.Draft draft = new Paper.Draft();
        draft.heading("What is protected");
        draft.add(new FactList()
                .add("Plan", plan.id())
                .add("Version", plan.version())
                .add("Kind", Words.capital(Words.small(plan.terms().kind())))
                .add("Title", plan.terms().title())
                .add("Country of the site", plan.terms().country())
                .add("A release under it is", Words.small(plan.activity()))
                .part());
        draft.items(plan.terms().itemIds());
        admitted(draft, whole);
        briefing(draft, whole);
        measures(draft, plan, usual, today);
        visits(draft, whole.visits());
        draft.heading("Signatures");
        draft.add(Part.Signature.of("Responsible for the plan", "Export compliance", "Date"));
        boolean closed = plan.status() == Plan.Status.CLOSED;
        return new Paper(
                "Technology control plan",
                BASIS,
                closed
                        ? "The plan is closed: nobody is admitted."
                        : open.isEmpty()
                                ? "All measures of the plan are in place."
                                : open.size() + " of " + plan.measures().size() + " measures are not in place.",
                closed ? "Closed" : open.isEmpty() ? "In force" : "Measures open",
                closed ? Tone.SHUT : open.isEmpty() ? Tone.OPEN : Tone.WAITS,
                draft.parts(),
                now,
                plan.id());
    }

    private static void admitted(Paper.Draft draft, Whole whole) {
        draft.heading("Who is admitted");
        if (whole.admissions().isEmpty()) {
            draft.text("Nobody.");
            return;
        }
        draft.add(new Part.Table(
                "Admissions in force and suspended",
                List.of("Person", "State", "Since", "Reasons against it"),
                List.of(2.0, 1.0, 1.5, 3.0),
                whole.admissions().stream()
                        .map(one -> List.of(
                                one.personId(),
                                Words.capital(Words.small(one.state())),
                                Words.time(one.decidedAt()),
                                String.join("\n", one.reasons())))
                        .toList()));
    }

    private static void briefing(Paper.Draft draft, Whole whole) {
        Terms.Briefing briefing = whole.plan().terms().briefing();
        draft.heading("Briefing");
        if (briefing == null) {
            draft.text("None is asked for.");
            return;
        }
        draft.add(new FactList()
                .add("Briefing", briefing.title())
                .add("Edition", briefing.edition())
                .add("Renewed after days", briefing.renewAfterDays())
                .exact("SHA-256 of its text", briefing.sha256())
                .part());
        if (!whole.signatures().isEmpty()) {
            draft.add(new Part.Table(
                    "Signatures",
                    List.of("Person", "Edition", "Signed", "Good until", "How"),
                    List.of(2.0, 0.6, 1.5, 1.0, 1.0),
                    whole.signatures().stream()
                            .map(one -> List.of(
                                    one.personId(),
                                    Integer.toString(one.edition()),
                                    Words.time(one.signedAt()),
                                    one.validUntil().toString(),
                                    Words.small(one.method())))
                            .toList()));
        }
    }

    private static void measures(Paper.Draft draft, Plan plan, UsualMeasures usual, LocalDate today) {
        Map<String, UsualMeasures.Usual> texts = usual.of(plan.terms().kind()).stream()
                .collect(Collectors.toMap(UsualMeasures.Usual::id, Function.identity()));
        for (UsualMeasures.Group group : UsualMeasures.Group.values()) {
            List<List<String>> rows = new ArrayList<>();
            for (Measure measure : plan.measures()) {
                UsualMeasures.Usual text = texts.get(measure.id());
                if (text != null && text.group() == group) {
                    rows.add(List.of(text.text(), state(measure, today), text(measure.note()), text.source()));
                }
            }
            if (!rows.isEmpty()) {
                draft.heading("Measures: " + Words.small(group));
                draft.add(new Part.Table(
                        "Measures of the plan",
                        List.of("Measure", "In place", "Note", "Source"),
                        List.of(3.0, 1.0, 1.5, 1.5),
                        rows));
            }
        }
    }

    private static String state(Measure measure, LocalDate today) {
        if (measure.markedAt() == null) {
            return "not said";
        }
        if (!measure.inPlace()) {
            return "no";
        }
        LocalDate until = measure.until();
        return until == null ? "yes" : (measure.holdsOn(today) ? "until " : "ran out on ") + until;
    }

    private static void visits(Paper.Draft draft, List<Visit> visits) {
        if (visits.isEmpty()) {
            return;
        }
        draft.heading("Visitors");
        draft.add(new Part.Table(
                "Visits",
                List.of("Visitor", "Screening", "Escort", "Came", "Went"),
                List.of(1.5, 1.5, 1.5, 1.2, 1.2),
                visits.stream()
                        .map(visit -> List.of(
                                visit.asked().partyId(),
                                visit.asked().screening().reference(),
                                visit.asked().escortPersonId(),
                                time(visit.enteredAt()),
                                time(visit.leftAt())))
                        .toList()));
    }

    private static String time(@Nullable Instant instant) {
        return instant == null ? "" : Words.time(instant);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
