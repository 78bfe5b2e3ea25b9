package dev.portcullis.classification.determination;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.classification.facts.Outcome;
import dev.portcullis.classification.rules.ParagraphRef;
import dev.portcullis.classification.rules.Posture;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paragraph that was considered, in the order of review.
 *
 * @param rule id of the rule
 * @param paragraph the entry and paragraph; absent where the rule only calls for a person
 * @param title what it is about
 * @param outcome whether the item meets it, the notes applied
 * @param posture how the rule stands with the agency
 * @param effectiveFrom first day of the rule
 * @param effectiveTo first day after the rule
 * @param citation where it stands
 * @param criteria what became of what it asks
 * @param notes the notes that could take the item out
 * @param review what a person has to settle where it is met
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Candidate(
        String rule,
        @Nullable ParagraphRef paragraph,
        String title,
        Outcome outcome,
        Posture posture,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        String citation,
        Finding criteria,
        List<Note> notes,
        @Nullable String review) {

    public Candidate {
        notes = List.copyOf(notes);
    }

    /** What to call it where it stands open. */
    String label() {
        return paragraph == null ? "review: " + title : paragraph.toString();
    }

    /**
     * A note that takes items out again; it does so where its finding is met.
     *
     * @param note its name
     * @param title what it says
     * @param citation where it stands
     * @param finding what became of it
     */
    public record Note(String note, String title, String citation, Finding finding) {}
}
