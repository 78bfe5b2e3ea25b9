package dev.portcullis.classification.facts;

import dev.portcullis.classification.datasheet.Model;
import dev.portcullis.classification.datasheet.Model.Derivative;
import dev.portcullis.classification.datasheet.Model.SyntheticData;
import dev.portcullis.classification.technical.TrainingCompute;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Training operations of a model and what the notes of 4E091 count beside them. */
final class ModelFacts {
    private ModelFacts() {}

    static void put(FactSink facts, Model model) {
        TrainingCompute training = training(model);
        facts.flag(OwnFact.PUBLISHED, model.published());
        facts.flag(OwnFact.BELOW_BEST_PUBLISHED, model.belowBestPublished());
        facts.figure(OwnFact.TRAINING_OPERATIONS, training == null ? null : training.operations());
        derivative(facts, model.derivative(), training);
        synthetic(facts, model.syntheticData(), training);
    }

    private static @Nullable TrainingCompute training(Model model) {
        if (model.trainingOperations() != null) {
            return new TrainingCompute(model.trainingOperations());
        }
        return model.parameterCount() == null || model.trainingTokens() == null
                ? null
                : TrainingCompute.ofDenseModel(model.parameterCount(), model.trainingTokens());
    }

    private static void derivative(
            FactSink facts, @Nullable Derivative derivative, @Nullable TrainingCompute training) {
        if (derivative == null) {
            return;
        }
        facts.flag(OwnFact.DERIVED_FROM_PUBLISHED, derivative.fromPublished());
        BigDecimal added = derivative.additionalOperations();
        facts.figure(OwnFact.ADDITIONAL_OPERATIONS, added);
        if (added != null && training != null && training.operations().signum() > 0) {
            facts.figure(OwnFact.ADDITIONAL_SHARE, new TrainingCompute(added).shareOf(training));
        }
    }

    private static void synthetic(FactSink facts, @Nullable SyntheticData data, @Nullable TrainingCompute training) {
        if (data == null) {
            return;
        }
        facts.figure(OwnFact.SYNTHETIC_SHARE, data.share());
        facts.flag(OwnFact.SYNTHETIC_DATA_PUBLISHED, data.dataPublished());
        if (training == null || data.generationOperations() == null || data.generatorPublished() == null) {
            return;
        }
        TrainingCompute counted = training.plus(new TrainingCompute(data.generationOperations()));
        if (!data.generatorPublished()) {
            if (data.generatorTrainingOperations() == null) {
                return;
            }
            counted = counted.plus(new TrainingCompute(data.generatorTrainingOperations()));
        }
        facts.figure(OwnFact.COUNTED_OPERATIONS, counted.operations());
    }
}
