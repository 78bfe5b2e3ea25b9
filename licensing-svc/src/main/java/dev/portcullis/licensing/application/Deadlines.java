package dev.portcullis.licensing.application;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portcullis.licensing.form.FormFiles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The days by which something is due, as the data file sets them. */
final class Deadlines {
    private final List<Rule> rules = new ArrayList<>();

    private record Rule(
            String kind,
            @Nullable Purpose purpose,
            int days,
            String from,
            String basis,
            String words,
            String citation) {}

    private Deadlines() {
        for (JsonNode node : FormFiles.tree("application-deadlines.json").path("deadlines")) {
            String purpose = node.path("purpose").asText();
            rules.add(new Rule(
                    FormFiles.text(node, "kind"),
                    purpose.isEmpty() ? null : Purpose.valueOf(purpose),
                    node.path("days").asInt(),
                    FormFiles.text(node, "from"),
                    FormFiles.text(node, "basis"),
                    FormFiles.text(node, "words"),
                    FormFiles.text(node, "citation")));
        }
    }

    static Deadlines shipped() {
        return new Deadlines();
    }

    /** What is due of an application, the nearest first. While BIS waits for the applicant, its own clock stands. */
    List<Deadline> of(Application application) {
        List<Deadline> due = new ArrayList<>();
        for (Rule rule : rules) {
            LocalDate start = start(application, rule.from());
            boolean speaks = rule.purpose() == null || rule.purpose() == application.purpose();
            if (start == null || !speaks || rule.kind().equals("RESPONSE") && application.respondedOn() != null) {
                continue;
            }
            LocalDate day = start.plusDays(rule.days());
            if (rule.kind().equals("DECISION")) {
                if (application.questionOn() != null) {
                    continue;
                }
                day = day.plusDays(application.daysWaited());
            }
            LocalDate answerBy = application.answerBy();
            if (rule.kind().equals("ANSWER") && answerBy != null) {
                due.add(new Deadline(rule.kind(), answerBy, "BIS", rule.words(), rule.citation()));
                continue;
            }
            due.add(new Deadline(rule.kind(), day, rule.basis(), rule.words(), rule.citation()));
        }
        due.sort(Comparator.comparing(Deadline::day).thenComparing(Deadline::kind));
        return due;
    }

    private static @Nullable LocalDate start(Application application, String from) {
        State state = application.state();
        return switch (from) {
            case "REGISTERED" -> state == State.SUBMITTED ? application.registeredOn() : null;
            case "QUESTION" -> application.questionOn();
            case "INTENT" -> state == State.INTENT_TO_DENY ? application.intentOn() : null;
            case "DENIED" -> state == State.DENIED ? application.decidedOn() : null;
            case "RETURNED" -> state == State.RETURNED ? application.decidedOn() : null;
            case "APPROVED" -> state == State.APPROVED ? approvedOn(application) : null;
            default -> throw new IllegalStateException("a deadline starts at an event that is not known: " + from);
        };
    }

    private static @Nullable LocalDate approvedOn(Application application) {
        return application.steps().stream()
                .filter(step -> step.step().equals(StepTaken.APPROVED))
                .map(StepTaken::on)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }
}
