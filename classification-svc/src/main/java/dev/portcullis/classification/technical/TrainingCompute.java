package dev.portcullis.classification.technical;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Operations spent on training a model: pre-training and all later training, without collection and curation of data (15 CFR 774
 * Supp. 1, ECCN 4E091, Technical Note 2).
 *
 * @param operations a pure number, 0 or more
 */
public record TrainingCompute(BigDecimal operations) {
    /** A forward pass takes 2 operations a parameter, a backward pass 4 (Technical Note 2 to 4E091). */
    private static final BigDecimal OPERATIONS_PER_PARAMETER_AND_TOKEN = BigDecimal.valueOf(6);

    /** Nothing spent. */
    public static final TrainingCompute NONE = new TrainingCompute(BigDecimal.ZERO);

    public TrainingCompute {
        Figures.notNegative(operations, "a number of operations");
    }

    /** A dense model's training, 6 operations for each parameter and each element of training data. */
    public static TrainingCompute ofDenseModel(BigDecimal parameters, BigDecimal tokens) {
        return new TrainingCompute(
                OPERATIONS_PER_PARAMETER_AND_TOKEN.multiply(parameters).multiply(tokens));
    }

    public TrainingCompute plus(TrainingCompute other) {
        return new TrainingCompute(operations.add(other.operations));
    }

    /** This as a share of a whole, 0 to 1 and more; cut to 34 digits. The whole must be more than 0. */
    public BigDecimal shareOf(TrainingCompute whole) {
        return operations
                .divide(whole.operations, new MathContext(34, RoundingMode.FLOOR))
                .stripTrailingZeros();
    }
}
