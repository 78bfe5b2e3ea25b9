package dev.portcullis.classification.determination;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.classification.controllist.Law;
import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.classification.program.Decision;
import dev.portcullis.classification.rules.ParagraphRef;
import dev.portcullis.contracts.Eccn;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Classifies by the walk, and fails where the compiled program would decide otherwise. */
final class CheckedClassifier {
    private final Classifier classifier;

    CheckedClassifier(Law law) {
        classifier = new Classifier(law);
    }

    Classification classify(Datasheet datasheet, LocalDate asOf) {
        Classification classification = classifier.classify(datasheet, asOf);
        assertThat(classifier.decide(datasheet, asOf))
                .as("decision on %s of %s", asOf, datasheet)
                .isEqualTo(decision(classification));
        return classification;
    }

    /** The part of an answer that a decision holds, read off the reasons. */
    static Decision decision(Classification classification) {
        Classification.AsEnforced enforced = classification.asEnforced();
        return new Decision(
                classification.status(),
                paragraph(classification.eccn(), classification.paragraph()),
                classification.subjectToEar(),
                enforced == null
                        ? null
                        : new Decision.AsEnforced(enforced.status(), paragraph(enforced.eccn(), enforced.paragraph())));
    }

    private static @Nullable ParagraphRef paragraph(@Nullable Eccn eccn, @Nullable String paragraph) {
        return eccn == null ? null : new ParagraphRef(eccn, paragraph);
    }
}
