package dev.portcullis.classification.master;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.classification.item.Documents;
import dev.portcullis.classification.item.ItemRegister;
import dev.portcullis.platform.problem.Problem.FieldError;
import dev.portcullis.platform.problem.ProblemException;
import dev.portcullis.platform.problem.Problems;
import dev.portcullis.platform.rows.RawRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks a row by itself: everything that can be told without the database. */
@ApplicationScoped
public class RowCheck {
    /** Errors of a row that are kept. */
    private static final int MOST_ERRORS = 20;

    @Inject
    ObjectMapper json;

    @Inject
    Validator validator;

    @Inject
    ItemRegister register;

    @Inject
    Documents documents;

    /** A row that was checked, as it is stored. */
    CheckedRow check(RawRow raw) {
        if (raw.content() == null) {
            return invalid(raw.line(), null, List.of(raw.fault() == null ? new FieldError("", null, "") : raw.fault()));
        }
        MasterRow row;
        try {
            row = json.treeToValue(raw.content(), MasterRow.class);
        } catch (JacksonException e) {
            return invalid(raw.line(), null, Problems.unreadable(e).problem().errors());
        }
        try {
            Set<ConstraintViolation<MasterRow>> violations = validator.validate(row);
            if (!violations.isEmpty()) {
                throw Problems.invalid(violations);
            }
            if (row.itemId() == null && row.partNumber() == null) {
                throw Problems.invalid(
                        "/partNumber", "is required where no itemId is given: by it the row finds its item");
            }
            if (row.datasheet() != null) {
                register.check(row.form(), row.datasheet(), "/datasheet");
            }
        } catch (ProblemException e) {
            return invalid(raw.line(), row.partNumber(), e.problem().errors());
        }
        return new CheckedRow(raw.line(), RowState.CHECKED, row.partNumber(), documents.write(row), null);
    }

    private CheckedRow invalid(int line, @Nullable String partNumber, List<FieldError> errors) {
        List<FieldError> kept = errors.size() <= MOST_ERRORS ? errors : errors.subList(0, MOST_ERRORS);
        return new CheckedRow(line, RowState.INVALID, partNumber, null, documents.write(kept));
    }

    /**
     * A row that was checked.
     *
     * @param line where it begins in the file
     * @param body the row as JSON, as it will be applied; null where it is not in order
     * @param errors what is not in order, as JSON; null where everything is
     */
    record CheckedRow(
            int line,
            RowState state,
            @Nullable String partNumber,
            @Nullable String body,
            @Nullable String errors) {}
}
