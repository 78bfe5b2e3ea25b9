package dev.portcullis.classification.facts;

import dev.portcullis.classification.datasheet.Model;
import dev.portcullis.classification.datasheet.Model.Derivative;
import dev.portcullis.classification.datasheet.Model.SyntheticData;
import dev.portcullis.classification.technical.TrainingCompute;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Training operations of a model and what the notes of 4E091 count beside them. */
final class ModelFacts {
    private ModelFacts() {}

    static void put(Map<String, FactValue> values, Model model) {
        TrainingCompute training = training(model);
        values.put("published", FactValue.of(model.published()));
        values.put("belowBestPublished", FactValue.of(model.belowBestPublished()));
        values.put("trainingOperations", FactValue.of(training == null ? null : training.operations()));
        derivative(values, model.derivative(), training);
        synthetic(values, model.syntheticData(), training);
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
            Map<String, FactValue> values, @Nullable Derivative derivative, @Nullable TrainingCompute training) {
        if (derivative == null) {
            return;
        }
        values.put("derivedFromPublished", FactValue.of(derivative.fromPublished()));
        BigDecimal added = derivative.additionalOperations();
        values.put("additionalOperations", FactValue.of(added));
        if (added != null && training != null && training.operations().signum() > 0) {
            values.put("additionalShare", FactValue.of(new TrainingCompute(added).shareOf(training)));
        }
    }

    private static void synthetic(
            Map<String, FactValue> values, @Nullable SyntheticData data, @Nullable TrainingCompute training) {
        if (data == null) {
            return;
        }
        values.put("syntheticShare", FactValue.of(data.share()));
        values.put("syntheticDataPublished", FactValue.of(data.dataPublished()));
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
        values.put("countedOperations", FactValue.of(counted.operations()));
    }
}
