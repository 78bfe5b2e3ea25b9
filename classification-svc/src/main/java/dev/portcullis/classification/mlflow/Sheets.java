package dev.portcullis.classification.mlflow;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.classification.datasheet.Model;
import dev.portcullis.classification.item.ItemRegister;
import dev.portcullis.classification.registry.DerivationRequest;
import dev.portcullis.classification.registry.Derivations;
import dev.portcullis.classification.registry.FileReference;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.platform.problem.Problem;
import dev.portcullis.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes datasheets of what the registry says. Calls block while files are read. */
@ApplicationScoped
public class Sheets {
    @Inject
    Derivations derivations;

    @Inject
    ItemRegister register;

    @Inject
    Validator validator;

    @Inject
    ObjectMapper json;

    /**
     * Makes a datasheet. What the files say goes before what was stated; where either cannot be used, it is left out and said why, and
     * the facts stay unknown.
     */
    Sheet of(Facts facts) {
        ObjectNode stated = facts.datasheet();
        List<ObjectNode> ways = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        if (!facts.files().isEmpty()) {
            try {
                ObjectNode derived = derived(facts.files(), stated.path("trainingTokens"));
                ways.add(both(stated, derived));
                ways.add(derived);
            } catch (ProblemException e) {
                faults.add("files: " + said(e));
            }
        }
        ways.add(stated);
        for (ObjectNode way : ways) {
            try {
                return new Sheet(model(way), faults.isEmpty() ? null : String.join("; ", faults));
            } catch (UnusableException e) {
                faults.add("facts: " + e.getMessage());
            }
        }
        return new Sheet(nothingKnown(), String.join("; ", faults));
    }

    /** What the files say goes first; the whole is no better known than its least known part. */
    private static ObjectNode both(ObjectNode stated, ObjectNode derived) {
        ObjectNode both = stated.deepCopy().setAll(derived);
        return both.size() == derived.size() ? both : both.set("provenance", stated.path("provenance"));
    }

    private ObjectNode derived(List<String> files, JsonNode tokens) {
        DerivationRequest request = new DerivationRequest(
                files.stream()
                        .map(url -> new FileReference(url, null, null, null))
                        .toList(),
                tokens.isNumber() ? tokens.decimalValue() : null);
        ObjectNode derived =
                json.valueToTree(derivations.derive(request).draft().datasheet());
        return derived.put("kind", "MODEL");
    }

    private Model model(ObjectNode sheet) throws UnusableException {
        Datasheet read;
        try {
            read = json.readerFor(Datasheet.class)
                    .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readValue(sheet);
        } catch (JacksonException e) {
            throw new UnusableException(e.getOriginalMessage());
        } catch (IOException e) {
            throw new UnusableException("cannot be read");
        }
        Set<ConstraintViolation<Datasheet>> violations = validator.validate(read);
        if (!violations.isEmpty() || !(read instanceof Model model)) {
            throw new UnusableException(violations.stream()
                    .map(one -> one.getPropertyPath() + " " + one.getMessage())
                    .findFirst()
                    .orElse("describe no model"));
        }
        try {
            register.check(ItemState.Form.MODEL_WEIGHTS, model, "");
        } catch (ProblemException e) {
            throw new UnusableException(said(e));
        }
        return model;
    }

    private Model nothingKnown() {
        try {
            return model(new Facts(Map.of(), List.of()).datasheet());
        } catch (UnusableException e) {
            throw new IllegalStateException("a datasheet may leave everything unknown", e);
        }
    }

    private static String said(Exception e) {
        if (e instanceof ProblemException refused) {
            Problem problem = refused.problem();
            return problem.errors().isEmpty()
                    ? String.valueOf(problem.detail())
                    : problem.errors().get(0).pointer() + " "
                            + problem.errors().get(0).detail();
        }
        return String.valueOf(e.getMessage());
    }

    /**
     * A datasheet.
     *
     * @param fault what could not be used, and why
     */
    record Sheet(Model datasheet, @Nullable String fault) {}

    private static final class UnusableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnusableException(@Nullable String message) {
            super(message);
        }
    }
}
