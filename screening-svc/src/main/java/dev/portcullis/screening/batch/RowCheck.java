package dev.portcullis.screening.batch;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.portcullis.platform.problem.Problem.FieldError;
import dev.portcullis.platform.problem.Problems;
import dev.portcullis.platform.rows.RawRow;
import dev.portcullis.screening.screening.SubjectRequest;
import java.io.IOException;
import java.util.List;

/** Checks a row by itself, and writes it down: as what is screened, or as what is wrong with it. */
final class RowCheck {
    /** Errors of a row that are kept. */
    private static final int MOST_ERRORS = 5;

    private final ObjectMapper json;
    private final ObjectReader subjects;

    RowCheck(ObjectMapper json) {
        this.json = json;
        this.subjects = json.readerFor(SubjectRequest.class);
    }

    /** A row as a line of JSON, sound or not. */
    record Checked(boolean isSound, byte[] text) {}

    Checked check(RawRow raw) {
        if (raw.content() == null) {
            return unsound(raw.line(), List.of(raw.fault() == null ? new FieldError("", null, "") : raw.fault()));
        }
        SubjectRequest subject;
        try {
            subject = subjects.readValue(raw.content());
        } catch (JacksonException e) {
            return unsound(raw.line(), Problems.unreadable(e).problem().errors());
        } catch (IOException e) {
            throw new IllegalStateException("a tree in memory cannot fail", e);
        }
        List<FieldError> faults = subject.faults();
        return faults.isEmpty()
                ? new Checked(true, write(new CheckedRow(raw.line(), subject)))
                : unsound(raw.line(), faults);
    }

    private Checked unsound(int line, List<FieldError> errors) {
        List<FieldError> kept = errors.isEmpty()
                ? List.of(new FieldError("", null, "cannot be read"))
                : errors.subList(0, Math.min(MOST_ERRORS, errors.size()));
        return new Checked(false, write(new RowErrors(line, kept)));
    }

    private byte[] write(Object row) {
        try {
            return json.writeValueAsBytes(row);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row that was read cannot be written", e);
        }
    }
}
