package dev.portcullis.benchmarks.cascade;

import static dev.portcullis.benchmarks.cascade.Answer.MISSING;
import static dev.portcullis.benchmarks.cascade.Answer.NOT_MET;
import static dev.portcullis.benchmarks.cascade.Answer.and;
import static dev.portcullis.benchmarks.cascade.Answer.is;
import static dev.portcullis.benchmarks.cascade.Answer.not;
import static dev.portcullis.benchmarks.cascade.Answer.or;

import dev.portcullis.classification.datasheet.Model;
import dev.portcullis.classification.datasheet.Model.Derivative;
import dev.portcullis.classification.datasheet.Model.SyntheticData;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Parameters of trained models (15 CFR 774 Supp. 1, 4E091, codified since 2025-01-13). */
final class ModelCascade {
    private static final Verdict PARAMETERS = Verdict.of("4E091");
    private static final BigDecimal OPERATIONS = BigDecimal.ONE.scaleByPowerOfTen(26);
    private static final BigDecimal ADDED = BigDecimal.valueOf(25).scaleByPowerOfTen(24);
    private static final BigDecimal ADDED_SHARE = new BigDecimal("0.25");
    private static final BigDecimal SYNTHETIC_SHARE = new BigDecimal("0.1");
    private static final BigDecimal PER_PARAMETER_AND_TOKEN = BigDecimal.valueOf(6);

    private ModelCascade() {}

    static Verdict decide(Model model) {
        return walk(model).publishedBy(Answer.of(model.published()));
    }

    private static Verdict walk(Model model) {
        Stated stated = Stated.of(model.characteristics(), model.otherEntriesExcluded());
        int parameters = parameters(model);
        if (parameters == NOT_MET) {
            return rest(model, stated, new Walk());
        }
        // 4E091 is codified and not enforced since 2025-05-13: what the rest of the list says is part of the answer.
        Walk walk = new Walk();
        Verdict codified = walk.ends(parameters) ? walk.at(PARAMETERS) : rest(model, stated, walk);
        return codified.asEnforced(rest(model, stated, new Walk()));
    }

    private static Verdict rest(Model model, Stated stated, Walk walk) {
        boolean ends = walk.ends(not(Answer.of(model.otherEntriesExcluded())))
                || Uses.end(walk, stated)
                || walk.ends(is(stated.holdingEntry, "0E521"));
        return walk.at(ends ? Verdict.REVIEW : Verdict.EAR99);
    }

    private static int parameters(Model model) {
        int counts = and(not(Answer.of(model.published())), not(Answer.of(model.belowBestPublished())));
        if (counts == NOT_MET) {
            return NOT_MET;
        }
        BigDecimal training = training(model);
        int trained = Answer.atLeast(training, OPERATIONS);
        int much = trained == Answer.MET ? trained : or(trained, synthetic(model.syntheticData(), training));
        return and(and(counts, much), not(excludedDerivative(model.derivative(), training)));
    }

    private static @Nullable BigDecimal training(Model model) {
        if (model.trainingOperations() != null) {
            return model.trainingOperations();
        }
        BigDecimal parameters = model.parameterCount();
        BigDecimal tokens = model.trainingTokens();
        return parameters == null || tokens == null
                ? null
                : PER_PARAMETER_AND_TOKEN.multiply(parameters).multiply(tokens);
    }

    /** Technical Note 3. */
    private static int synthetic(@Nullable SyntheticData data, @Nullable BigDecimal training) {
        if (data == null) {
            return MISSING;
        }
        int asked = and(Answer.moreThan(data.share(), SYNTHETIC_SHARE), not(Answer.of(data.dataPublished())));
        return asked == NOT_MET ? NOT_MET : and(asked, Answer.atLeast(counted(data, training), OPERATIONS));
    }

    private static @Nullable BigDecimal counted(SyntheticData data, @Nullable BigDecimal training) {
        if (training == null || data.generationOperations() == null || data.generatorPublished() == null) {
            return null;
        }
        BigDecimal counted = training.add(data.generationOperations());
        if (data.generatorPublished()) {
            return counted;
        }
        BigDecimal generator = data.generatorTrainingOperations();
        return generator == null ? null : counted.add(generator);
    }

    /** Note 1 on derivatives: the added training exceeds both limits. */
    private static int excludedDerivative(@Nullable Derivative derivative, @Nullable BigDecimal training) {
        if (derivative == null) {
            return MISSING;
        }
        BigDecimal added = derivative.additionalOperations();
        int share = added == null || training == null || training.signum() <= 0
                ? MISSING
                : Answer.moreThan(added, training.multiply(ADDED_SHARE));
        return and(Answer.of(derivative.fromPublished()), not(and(Answer.moreThan(added, ADDED), share)));
    }
}
