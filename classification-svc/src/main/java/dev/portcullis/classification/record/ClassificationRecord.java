package dev.portcullis.classification.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.portcullis.classification.approval.ClassificationView;
import dev.portcullis.classification.controllist.ControlListEntry.Control;
import dev.portcullis.classification.controllist.ControlListEntry.ListException;
import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.platform.ledger.Ledger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * All that somebody needs who has to judge or to prove a classification later (15 CFR 762.2, 762.6).
 *
 * @param issuedAt when the record was made; the classification may stand elsewhere since
 * @param item what was classified
 * @param classification the answer with its reasons, and what was done to it
 * @param datasheet the facts that the answer rests on
 * @param entry what the list says of the entry that was answered or determined; absent where there is none, and for EAR99
 * @param margins how far each figure lies from the thresholds that it was held against
 * @param ledger the proof that datasheet, answer and steps were recorded as they are shown
 * @param proved which entries of the ledger hold which digests
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClassificationRecord(
        Instant issuedAt,
        Subject item,
        ClassificationView classification,
        Stated datasheet,
        @Nullable Entry entry,
        List<Margin> margins,
        Ledger.Evidence ledger,
        List<Proved> proved) {
    public ClassificationRecord {
        margins = List.copyOf(margins);
        proved = List.copyOf(proved);
    }

    /** The item. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Subject(String id, String name, @Nullable String partNumber, ItemState.Form form) {}

    /**
     * What the control list says of an entry.
     *
     * @param edition of the list, which is the one that the answer was worked out by
     * @param reasonsForControl such as {@code RS}
     * @param controls the rows of its license requirements, with their columns of the Country Chart
     * @param exceptions what it says of list-based license exceptions
     * @param citation where it stands
     */
    public record Entry(
            Eccn eccn,
            LocalDate edition,
            String heading,
            List<String> reasonsForControl,
            List<Control> controls,
            List<ListException> exceptions,
            String citation) {
        public Entry {
            reasonsForControl = List.copyOf(reasonsForControl);
            controls = List.copyOf(controls);
            exceptions = List.copyOf(exceptions);
        }
    }

    /**
     * The datasheet.
     *
     * @param sha256 digest of the datasheet as stored, which the ledger holds too
     * @param createdBy subject of the caller who stated it
     * @param datasheet what was stated, byte for byte as stored
     */
    public record Stated(
            int number,
            String sha256,
            String createdBy,
            Instant createdAt,

            @JsonRawValue @Schema(implementation = Datasheet.class)
            String datasheet) {}

    /**
     * What an entry of the ledger proves.
     *
     * @param what {@code datasheet}, {@code answer} or a step such as {@code APPROVED}
     * @param sha256 the digest that the entry's payload holds
     * @param entry the entry's id
     */
    public record Proved(String what, String sha256, long entry) {}
}
