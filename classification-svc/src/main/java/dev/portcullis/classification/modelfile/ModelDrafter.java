package dev.portcullis.classification.modelfile;

import dev.portcullis.classification.datasheet.Model;
import dev.portcullis.classification.datasheet.Provenance;
import dev.portcullis.classification.datasheet.SourceDocument;
import dev.portcullis.classification.technical.TrainingCompute;
import dev.portcullis.platform.digest.Sha256;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Drafts a datasheet from the files of a model. It assumes nothing: what the files do not say and the caller does not state is absent.
 * Where two ways lead to the training operations, the higher figure is taken, so that a record of fine-tuning alone never hides what
 * went before.
 */
public final class ModelDrafter {
    /** Whole numbers beyond this share of all elements make the parameter count doubtful: they may be packed parameters. */
    private static final int DOUBTFUL_SHARE_PERCENT = 1;

    /** Digits that a datasheet takes for operations. */
    private static final int MOST_DIGITS = 33;

    private final ModelFileFacts facts;
    private final List<DerivedFigure> figures = new ArrayList<>();
    private final List<String> questions = new ArrayList<>();

    private ModelDrafter(ModelFileFacts facts) {
        this.facts = facts;
    }

    /**
     * @param statedTokens elements of training data that the caller states, over all training; null where unknown
     */
    public static ModelDraft draft(ModelFileFacts facts, @Nullable BigDecimal statedTokens) {
        return new ModelDrafter(facts).draft(statedTokens);
    }

    private ModelDraft draft(@Nullable BigDecimal statedTokens) {
        BigDecimal parameters = parameters();
        BigDecimal tokens = tokens(statedTokens);
        BigDecimal recorded = recorded();
        BigDecimal computed = computed(tokens);
        String base = base();
        Model.Derivative derivative = null;
        BigDecimal operations = null;
        if (base != null && computed == null && recorded != null) {
            derivative = new Model.Derivative(null, recorded);
            figures.add(new DerivedFigure(
                    "/derivative/additionalOperations",
                    recorded,
                    "total_flos of trainer_state.json: the trainer's own estimate for its run, which started from "
                            + base));
            questions.add("How many operations trained the base model " + base
                    + "? Training operations are those of the base model and these together.");
        } else {
            operations = higher(recorded, computed, tokens);
        }
        ask(tokens, operations, base);
        Model model = new Model(
                Provenance.DERIVED, source(), operations, parameters, tokens, null, derivative, null, null, null, null);
        return new ModelDraft(model, List.copyOf(figures), List.copyOf(questions));
    }

    @Nullable
    private BigDecimal parameters() {
        boolean doubtful = facts.integerCount() > facts.elementCount() / 100 * DOUBTFUL_SHARE_PERCENT;
        if (facts.parameterCount() == 0 || doubtful) {
            questions.add("How many parameters does the model have? " + facts.integerCount() + " of "
                    + facts.elementCount()
                    + " elements are whole numbers, each of which may hold none, one or several parameters.");
            return null;
        }
        BigDecimal parameters = BigDecimal.valueOf(facts.parameterCount());
        figures.add(new DerivedFigure(
                "/parameterCount",
                parameters,
                "elements of all tensors in the files that are no whole numbers, embedding tables and all experts included,"
                        + " shared data once"));
        return parameters;
    }

    @Nullable
    private BigDecimal tokens(@Nullable BigDecimal stated) {
        if (stated != null) {
            figures.add(new DerivedFigure("/trainingTokens", stated, "stated in the request"));
            return stated;
        }
        BigDecimal seen = facts.training() == null ? null : facts.training().tokensSeen();
        if (seen == null) {
            return null;
        }
        BigDecimal whole = seen.setScale(0, RoundingMode.CEILING);
        figures.add(new DerivedFigure(
                "/trainingTokens", whole, "num_input_tokens_seen of trainer_state.json: of that run alone"));
        return whole;
    }

    @Nullable
    private BigDecimal recorded() {
        BigDecimal operations =
                facts.training() == null ? null : facts.training().operations();
        return operations == null ? null : fitting(operations.setScale(0, RoundingMode.CEILING));
    }

    /** 6 x N x D; N are the active parameters of a mixture of experts, where they are known. */
    @Nullable
    private BigDecimal computed(@Nullable BigDecimal tokens) {
        if (tokens == null || facts.parameterCount() == 0 || parametersAreDoubtful()) {
            return null;
        }
        return fitting(TrainingCompute.ofDenseModel(BigDecimal.valueOf(trained()), tokens)
                .operations()
                .setScale(0, RoundingMode.CEILING));
    }

    private boolean parametersAreDoubtful() {
        return figures.stream().noneMatch(figure -> figure.field().equals("/parameterCount"));
    }

    private long trained() {
        Long active = facts.activeParameterCount();
        return active == null ? facts.parameterCount() : active;
    }

    @Nullable
    private BigDecimal higher(
            @Nullable BigDecimal recorded, @Nullable BigDecimal computed, @Nullable BigDecimal tokens) {
        if (computed != null && (recorded == null || computed.compareTo(recorded) > 0)) {
            figures.add(new DerivedFigure(
                    "/trainingOperations",
                    computed,
                    "6 x N x D with N = " + trained()
                            + (facts.activeParameterCount() != null
                                    ? " active parameters"
                                    : facts.expertParameterCount() > 0
                                            ? " parameters, all experts included: an upper bound"
                                            : " parameters")
                            + " and D = " + (tokens == null ? "" : tokens.toPlainString())
                            + " (15 CFR 774 Supp. 1, 4E091, Technical Note 2)"
                            + (recorded == null
                                    ? ""
                                    : "; more than the " + recorded.toPlainString()
                                            + " that the trainer recorded for its run")));
            return computed;
        }
        if (recorded != null) {
            figures.add(new DerivedFigure(
                    "/trainingOperations",
                    recorded,
                    "total_flos of trainer_state.json: the trainer's own estimate, of that run alone"
                            + (computed == null ? "" : "; not less than 6 x N x D = " + computed.toPlainString())));
        }
        return recorded;
    }

    private void ask(@Nullable BigDecimal tokens, @Nullable BigDecimal operations, @Nullable String base) {
        if (operations == null && tokens == null) {
            questions.add(
                    "On how many elements of data was the model trained, over all its training? The files do not say.");
        }
        if (facts.training() != null && base == null) {
            questions.add(
                    "Did the run that trainer_state.json records start from other weights? Then their training belongs to"
                            + " the model's operations too: state it, and the recorded ones as those of a derivative.");
        }
        questions.add(
                "Are the parameters published (15 CFR 734.7(a))? From which model do they derive, if from any? Was generated"
                        + " data used? Files cannot say.");
    }

    @Nullable
    private String base() {
        String adapter = facts.details().get("base_model_name_or_path");
        return adapter != null ? adapter : facts.details().get("general.base_model.0.name");
    }

    @Nullable
    private static BigDecimal fitting(BigDecimal operations) {
        return operations.precision() - operations.scale() > MOST_DIGITS ? null : operations;
    }

    /** One header's digest, or the digest of all headers' digests in the form that sha256sum prints, ordered by name. */
    private SourceDocument source() {
        List<FileFacts> files = facts.files();
        if (files.size() == 1) {
            FileFacts file = files.get(0);
            return new SourceDocument(
                    "Header of " + Printable.of(file.name()) + " (" + file.size() + " bytes); digest of "
                            + file.sha256Of(),
                    null,
                    file.sha256());
        }
        MessageDigest all = Sha256.start();
        files.stream()
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .forEach(file ->
                        all.update((file.sha256() + "  " + file.name() + "\n").getBytes(StandardCharsets.UTF_8)));
        return new SourceDocument(
                "Headers of " + files.size() + " files, "
                        + Printable.of(files.get(0).name()) + " and others; digest over their digests and names",
                null,
                Sha256.hex(all));
    }
}
