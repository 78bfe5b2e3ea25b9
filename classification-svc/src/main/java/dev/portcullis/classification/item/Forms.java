package dev.portcullis.classification.item;

import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.classification.datasheet.Software;
import dev.portcullis.classification.determination.Classification;
import dev.portcullis.classification.facts.Outcome;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.contracts.ItemState.Form;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The words of the event for what datasheets and answers say. */
final class Forms {
    private Forms() {}

    /** The form of an item that such a datasheet describes. */
    static Form of(Datasheet datasheet) {
        if (datasheet instanceof Software software) {
            return software.form() == Software.CodeForm.SOURCE_CODE ? Form.SOURCE_CODE : Form.OBJECT_CODE;
        }
        return switch (datasheet.kind()) {
            case INTEGRATED_CIRCUIT, COMPUTER -> Form.COMMODITY;
            case MODEL -> Form.MODEL_WEIGHTS;
            case TECHNOLOGY, SOFTWARE -> Form.TECHNOLOGY;
        };
    }

    /** An answer in the words of the event. */
    static ItemState.Classification event(Classification answer, int datasheetNumber) {
        Classification.Figures figures = answer.figures();
        // Of an item outside the EAR no entry matters; the event wants one, and its publication says the rest.
        boolean outside = answer.eccn() == null && answer.subjectToEar() == Outcome.NOT_MET;
        return new ItemState.Classification(
                answer.status(),
                outside ? Eccn.EAR99 : answer.eccn(),
                answer.paragraph(),
                answer.relatedTo(),
                answer.edition().toString(),
                datasheetNumber,
                figures.publication(),
                number(figures.totalProcessingPerformance()),
                number(figures.performanceDensity()),
                number(figures.totalDramBandwidthGBs()),
                figures.dataCenter(),
                answer.missing().stream()
                        .map(Classification.MissingFact::question)
                        .toList());
    }

    private static @Nullable Double number(@Nullable BigDecimal value) {
        return value == null ? null : value.doubleValue();
    }
}
