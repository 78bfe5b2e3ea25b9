package dev.portcullis.licensing.determination;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.licensing.determination.Step.Used;
import dev.portcullis.licensing.regulation.ChartFootnote;
import dev.portcullis.licensing.regulation.CountryChart;
import java.util.List;

/** The footnotes of the Country Chart require what its columns do not show (Supplement No. 1 to 15 CFR Part 738). */
final class FootnoteStep {
    private static final String QUESTION = "Does a footnote of the Country Chart speak of the item?";

    private FootnoteStep() {}

    static void judge(Walk walk, ItemState.Classification classification, CountryCode destination) {
        CountryChart.Row row = walk.law.chart().row(destination);
        if (row == null || row.footnotes().isEmpty()) {
            return;
        }
        String entry = ControlSteps.entry(classification);
        for (ChartFootnote footnote : walk.law.footnotes(row)) {
            if (footnote.mayConcern(entry)) {
                apply(walk, footnote, entry, destination);
            }
        }
    }

    private static void apply(Walk walk, ChartFootnote footnote, String entry, CountryCode destination) {
        List<Used> used =
                List.of(FactSteps.used(walk, "eccn", entry), FactSteps.stated("destination", destination.value()));
        switch (footnote.effect()) {
            case REQUIRED ->
                walk.requires(
                        QUESTION,
                        used,
                        "Footnote " + footnote.footnote() + " asks for a license for " + destination + ".",
                        new Walk.Required(
                                "chart-footnote-" + footnote.footnote(),
                                footnote.reason(),
                                footnote.citation(),
                                null,
                                true));
            case REVIEW -> walk.asks(QUESTION, used, String.valueOf(footnote.question()), footnote.citation());
            case NOTE -> {
                walk.note(QUESTION, used, String.valueOf(footnote.question()), footnote.citation());
                walk.wouldAsk(String.valueOf(footnote.question()));
            }
        }
    }
}
