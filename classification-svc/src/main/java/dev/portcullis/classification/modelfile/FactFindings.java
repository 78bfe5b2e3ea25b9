package dev.portcullis.classification.modelfile;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** What follows from the counts of a model and from what its files say of its make. */
final class FactFindings {
    private FactFindings() {}

    static void of(Tally tally, Details details, long announced, Findings findings) {
        if (tally.integers() > 0) {
            findings.judge(
                    "INTEGER_TENSORS",
                    tally.integers() + " of " + tally.elements()
                            + " elements are whole numbers. They are not in the parameter count: they can be buffers, but also"
                            + " quantized parameters, one or several packed into a number.");
        }
        if (tally.parameters() == 0) {
            findings.judge("NO_PARAMETERS", "The files hold no element that is surely a parameter.");
        }
        if (announced > 0 && announced != tally.parameters()) {
            findings.note(
                    "PARAMETER_COUNT_STATED",
                    "The file states " + announced + " parameters; its tensors have " + tally.parameters()
                            + ". The tensors were counted.");
        }
        if (tally.experts() > 0) {
            findings.judge(
                    "MIXTURE_OF_EXPERTS",
                    tally.experts() + " of " + tally.parameters()
                            + " parameters belong to experts among which a router chooses. A training step updates only those"
                            + " chosen: 6 x N x D takes the active parameters as N where the files say how many that are, and"
                            + " is an upper bound with all of them where they do not.");
        }
        if (details.get("peft_type") != null) {
            findings.judge(
                    "ADAPTER",
                    "The files hold an adapter. Its base model, which it needs, was not counted; neither was its training.");
        }
        if (details.get("quant_method") != null) {
            findings.note(
                    "QUANTIZED",
                    "The configuration says that the weights are quantized (" + details.get("quant_method") + ").");
        }
    }

    /** Parameters at work on one element of data, rounded up. */
    @Nullable
    static Long activeParameters(Tally tally, Details details, @Nullable String architecture) {
        if (tally.experts() == 0) {
            return null;
        }
        long all =
                first(details, "num_local_experts", "num_experts", "n_routed_experts", architecture + ".expert_count");
        long chosen = first(details, "num_experts_per_tok", architecture + ".expert_used_count");
        if (all < 1 || chosen < 1 || chosen > all) {
            return null;
        }
        BigInteger[] part = BigInteger.valueOf(tally.experts())
                .multiply(BigInteger.valueOf(chosen))
                .divideAndRemainder(BigInteger.valueOf(all));
        return tally.parameters() - tally.experts() + part[0].longValueExact() + part[1].signum();
    }

    private static long first(Details details, String... keys) {
        for (String key : keys) {
            if (details.number(key) > 0) {
                return details.number(key);
            }
        }
        return -1;
    }
}
