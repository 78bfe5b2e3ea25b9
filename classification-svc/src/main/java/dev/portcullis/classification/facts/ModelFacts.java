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

    static void put(FactSink facts, OwnFact fact, Model model) {
        Derivative derivative = model.derivative();
        SyntheticData synthetic = model.syntheticData();
        switch (fact) {
            case PUBLISHED -> facts.flag(fact, model.published());
            case BELOW_BEST_PUBLISHED -> facts.flag(fact, model.belowBestPublished());
            case TRAINING_OPERATIONS -> facts.figure(fact, operations(training(model)));
            case DERIVED_FROM_PUBLISHED -> facts.flag(fact, derivative == null ? null : derivative.fromPublished());
            case ADDITIONAL_OPERATIONS ->
                facts.figure(fact, derivative == null ? null : derivative.additionalOperations());
            case ADDITIONAL_SHARE -> facts.figure(fact, additionalShare(derivative, training(model)));
            case SYNTHETIC_SHARE -> facts.figure(fact, synthetic == null ? null : synthetic.share());
            case SYNTHETIC_DATA_PUBLISHED -> facts.flag(fact, synthetic == null ? null : synthetic.dataPublished());
            case COUNTED_OPERATIONS -> facts.figure(fact, operations(counted(synthetic, training(model))));
            default -> {
                // Of another form.
            }
        }
    }

    private static @Nullable BigDecimal operations(@Nullable TrainingCompute compute) {
        return compute == null ? null : compute.operations();
    }

    private static @Nullable TrainingCompute training(Model model) {
        if (model.trainingOperations() != null) {
            return new TrainingCompute(model.trainingOperations());
        }
        return model.parameterCount() == null || model.trainingTokens() == null
                ? null
                : TrainingCompute.ofDenseModel(model.parameterCount(), model.trainingTokens());
    }

    private static @Nullable BigDecimal additionalShare(
            @Nullable Derivative derivative, @Nullable TrainingCompute training) {
        BigDecimal added = derivative == null ? null : derivative.additionalOperations();
        return added == null || training == null || training.operations().signum() <= 0
                ? null
                : new TrainingCompute(added).shareOf(training);
    }

    private static @Nullable TrainingCompute counted(@Nullable SyntheticData data, @Nullable TrainingCompute training) {
        if (data == null
                || training == null
                || data.generationOperations() == null
                || data.generatorPublished() == null) {
            return null;
        }
        TrainingCompute counted = training.plus(new TrainingCompute(data.generationOperations()));
        if (data.generatorPublished()) {
            return counted;
        }
        return data.generatorTrainingOperations() == null
                ? null
                : counted.plus(new TrainingCompute(data.generatorTrainingOperations()));
    }
}
