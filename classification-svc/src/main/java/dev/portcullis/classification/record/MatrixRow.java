package dev.portcullis.classification.record;

import dev.portcullis.classification.approval.Standing;
import dev.portcullis.classification.approval.Standing.Approval;
import dev.portcullis.classification.controllist.ControlListEntry;
import dev.portcullis.classification.controllist.ControlListEntry.Eligibility;
import dev.portcullis.classification.controllist.ControlListFile;
import dev.portcullis.classification.controllist.OtherLists;
import dev.portcullis.classification.item.ItemView;
import dev.portcullis.classification.rules.ParagraphRef;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.ItemState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row of a classification matrix. */
final class MatrixRow {
    static final List<String> HEADER = List.of(
            "part_number",
            "item",
            "form",
            "state",
            "eccn",
            "related_to",
            "reasons_for_control",
            "license_exceptions",
            "wassenaar",
            "eu",
            "uk",
            "ccats",
            "decided_by",
            "publication",
            "total_processing_performance",
            "performance_density_per_mm2",
            "total_dram_bandwidth_gb_per_s",
            "law_of",
            "control_list_edition",
            "approved_by",
            "approved_at",
            "next_review",
            "classification",
            "datasheet",
            "answer_sha256",
            "waiting_classification",
            "waiting_state",
            "waiting_eccn",
            "open",
            "item_id");

    private static final OtherLists OTHERS = ControlListFile.otherLists();
    private static final String FORMULA = "=+-@\t\r\n";

    private MatrixRow() {}

    /**
     * The cells of an item.
     *
     * @param standing what it goes by
     * @param awaiting what awaits somebody
     * @param lists finds an entry in an edition
     */
    static List<String> of(
            ItemView item,
            @Nullable Standing standing,
            @Nullable Standing awaiting,
            BiFunction<LocalDate, Eccn, Optional<ControlListEntry>> lists) {
        ItemState.Classification inEffect = item.classification();
        boolean effective = standing != null && inEffect != null && inEffect.eccn() != null;
        // What was reopened permits nothing: its former entry is not shown as if it did.
        String entry = effective && standing != null ? standing.entry() : "";
        Optional<ControlListEntry> listed = effective && standing != null && !entry.isEmpty()
                ? lists.apply(standing.edition(), ParagraphRef.of(entry).eccn())
                : Optional.empty();
        Optional<OtherLists.Numbers> others = listed.flatMap(OTHERS::of);
        Approval approval = standing == null ? null : standing.approval();
        List<String> cells = new ArrayList<>();
        cells.add(text(item.partNumber()));
        cells.add(text(item.name()));
        cells.add(item.form().name());
        cells.add(standing == null ? "NONE" : standing.state().name());
        cells.add(entry);
        cells.add(inEffect == null ? "" : String.join(" ", inEffect.relatedTo()));
        cells.add(
                listed.map(found -> String.join(" ", found.reasonsForControl())).orElse(""));
        cells.add(text(listed.map(MatrixRow::exceptions).orElse("")));
        cells.add(others.map(OtherLists.Numbers::wassenaar).orElse(""));
        cells.add(others.map(OtherLists.Numbers::eu).orElse(""));
        cells.add(others.map(OtherLists.Numbers::uk).orElse(""));
        cells.add(text(standing == null ? null : standing.ccats()));
        cells.add(standing == null ? "" : standing.determined() == null ? "rules" : "person");
        cells.add(inEffect == null ? "" : inEffect.publication().name());
        cells.add(figure(inEffect == null ? null : inEffect.totalProcessingPerformance()));
        cells.add(figure(inEffect == null ? null : inEffect.performanceDensity()));
        cells.add(figure(inEffect == null ? null : inEffect.totalDramBandwidth()));
        cells.add(standing == null ? "" : standing.asOf().toString());
        cells.add(standing == null ? "" : standing.edition().toString());
        cells.add(text(approval == null ? null : approval.by()));
        cells.add(approval == null ? "" : approval.at().toString());
        cells.add(
                standing == null || standing.nextReview() == null
                        ? ""
                        : standing.nextReview().toString());
        cells.add(standing == null ? "" : Integer.toString(standing.number()));
        cells.add(standing == null ? "" : Integer.toString(standing.datasheetNumber()));
        cells.add(standing == null ? "" : standing.sha256());
        cells.add(awaiting == null ? "" : Integer.toString(awaiting.number()));
        cells.add(awaiting == null ? "" : awaiting.state().name());
        cells.add(awaiting == null ? "" : awaiting.entry());
        cells.add(text(inEffect == null ? "" : String.join(" ", inEffect.missing())));
        cells.add(item.id());
        return cells;
    }

    private static String exceptions(ControlListEntry entry) {
        return entry.exceptions().stream()
                .filter(exception -> exception.eligibility() != Eligibility.NO)
                .map(exception -> exception.code() + ": " + exception.terms())
                .collect(Collectors.joining("; "));
    }

    private static String figure(@Nullable Double figure) {
        return figure == null ? "" : BigDecimal.valueOf(figure).toPlainString();
    }

    /** A text that came from outside, such that no spreadsheet takes it for a formula. */
    static String text(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        return FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
