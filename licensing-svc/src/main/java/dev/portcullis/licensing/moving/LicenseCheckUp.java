package dev.portcullis.licensing.moving;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.contracts.LicenseState.Line;
import dev.portcullis.licensing.balance.Amount;
import dev.portcullis.licensing.balance.OverdrawnException;
import dev.portcullis.licensing.license.Licenses;
import dev.portcullis.licensing.license.Lines;
import dev.portcullis.licensing.license.NewLicense;
import dev.portcullis.licensing.moving.MovedLicense.Opening;
import dev.portcullis.platform.problem.Problem;
import dev.portcullis.platform.problem.Problem.FieldError;
import dev.portcullis.platform.problem.ProblemException;
import dev.portcullis.platform.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Holds a license of an export to what a person who records one is held to, and to the balances that it brings. */
@ApplicationScoped
class LicenseCheckUp {
    private static final Pattern LINE = Pattern.compile("(?:/license)?/lines/([0-9]{1,3})(/.*)?");

    @Inject
    ObjectMapper json;

    @Inject
    Validator validator;

    @Inject
    Licenses licenses;

    /**
     * A license that was looked at.
     *
     * @param body as it is stored until it is recorded; null where something is wrong
     */
    record Checked(
            @Nullable String number,
            int firstLine,
            @Nullable String body,
            List<Fault> faults) {}

    Checked check(Gathered gathered) {
        List<Fault> faults = new ArrayList<>(gathered.faults());
        if (!faults.isEmpty()) {
            return new Checked(gathered.number(), gathered.firstLine(), null, faults);
        }
        try {
            MovedLicense moved = json.treeToValue(gathered.body(), MovedLicense.class);
            Set<ConstraintViolation<MovedLicense>> violations = validator.validate(moved);
            if (!violations.isEmpty()) {
                throw Problems.invalid(violations);
            }
            licenses.requireSound(moved.license());
            openings(moved, gathered, faults);
            return new Checked(
                    gathered.number(),
                    gathered.firstLine(),
                    faults.isEmpty() ? json.writeValueAsString(moved) : null,
                    faults);
        } catch (ProblemException refused) {
            faults.addAll(faults(refused.problem(), gathered));
        } catch (JsonProcessingException unreadable) {
            faults.addAll(faults(Problems.unreadable(unreadable).problem(), gathered));
        }
        return new Checked(gathered.number(), gathered.firstLine(), null, faults);
    }

    /** What was drawn elsewhere is within what is authorized, as every draw is. */
    private static void openings(MovedLicense moved, Gathered gathered, List<Fault> faults) {
        List<NewLicense.NewLine> lines = moved.license().lines();
        for (Opening opening : moved.opening()) {
            for (int i = 0; i < lines.size(); i++) {
                Line line = lines.get(i).unused();
                if (line.line() != opening.line()) {
                    continue;
                }
                try {
                    if (line.value() == null && opening.value().signum() > 0) {
                        faults.add(new Fault(gathered.lineOf(i), "tells a value drawn of a line that has none"));
                    } else {
                        Lines.balance(line).adjust(new Amount(opening.quantity(), opening.value()));
                    }
                } catch (OverdrawnException more) {
                    faults.add(new Fault(gathered.lineOf(i), "tells more drawn than is authorized"));
                }
            }
        }
    }

    private static List<Fault> faults(Problem problem, Gathered gathered) {
        List<Fault> faults = new ArrayList<>();
        for (FieldError error : problem.errors()) {
            String pointer = error.pointer() == null ? "" : error.pointer();
            Matcher place = LINE.matcher(pointer);
            boolean ofLine = place.matches();
            String field = ofLine ? place.group(2) : pointer.replaceFirst("^/license", "");
            faults.add(new Fault(
                    ofLine ? gathered.lineOf(Integer.parseInt(place.group(1))) : gathered.firstLine(),
                    (field == null || field.isEmpty() ? "" : field.substring(1) + " ") + error.detail()));
        }
        return faults.isEmpty() ? List.of(new Fault(gathered.firstLine(), "cannot be read as a license")) : faults;
    }
}
