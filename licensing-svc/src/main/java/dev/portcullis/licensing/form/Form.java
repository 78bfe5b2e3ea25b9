package dev.portcullis.licensing.form;

import dev.portcullis.licensing.criteria.Known;
import dev.portcullis.licensing.criteria.Truth;
import dev.portcullis.licensing.form.Filled.Status;
import dev.portcullis.platform.problem.Problem.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A form.
 *
 * @param edition from which text it was compiled
 * @param fields in their order
 * @param questions what a person is asked for a fact without which it is not known whether a field is needed
 */
public record Form(String edition, List<FormField> fields, Map<String, String> questions) {
    public Form {
        fields = List.copyOf(fields);
        questions = Map.copyOf(questions);
        Map<String, FormField> byKey = new LinkedHashMap<>();
        for (FormField field : fields) {
            if (byKey.put(field.key(), field) != null) {
                throw new IllegalStateException("a form has a field twice: " + field.key());
            }
        }
    }

    /**
     * Fills the form. A fact goes before an answer: what another service knows is not overruled by hand.
     *
     * @param answers of persons, by field
     */
    public List<Filled> fill(Known known, Map<String, String> answers) {
        return fields.stream().map(field -> fill(field, known, answers)).toList();
    }

    private Filled fill(FormField field, Known known, Map<String, String> answers) {
        Truth needed = field.when().test(known);
        if (needed.isNo()) {
            return filled(field, Status.NOT_NEEDED, null, null, null);
        }
        String source = field.source();
        String fact = source == null ? null : known.shown(source);
        if (fact != null) {
            return filled(field, Status.FILLED, fact, source, null);
        }
        String answer = answers.get(field.key());
        if (answer != null) {
            return filled(field, Status.FILLED, answer, "answer", null);
        }
        if (field.optional()) {
            return filled(field, Status.LEFT_EMPTY, null, null, null);
        }
        return filled(
                field,
                Status.MISSING,
                null,
                null,
                needed.isYes()
                        ? field.question()
                        : field.question() + " Whether it is needed depends on this: " + questions(needed.missing()));
    }

    /** What a person is asked for facts. */
    public String questions(Set<String> facts) {
        return facts.stream()
                .map(fact -> questions.getOrDefault(fact, "What is " + fact + "?"))
                .collect(Collectors.joining(" "));
    }

    private static Filled filled(
            FormField field,
            Status status,
            @Nullable String value,
            @Nullable String source,
            @Nullable String question) {
        return new Filled(
                field.key(),
                field.form(),
                field.block(),
                field.label(),
                status,
                value,
                source,
                question,
                field.citation());
    }

    /** What is wrong with answers; empty where nothing is. */
    public List<FieldError> faults(String pointer, Map<String, String> answers) {
        Map<String, FormField> byKey = fields.stream().collect(Collectors.toMap(FormField::key, Function.identity()));
        List<FieldError> faults = new ArrayList<>();
        answers.forEach((key, answer) -> {
            String at = pointer + "/" + key.replace("~", "~0").replace("/", "~1");
            FormField field = byKey.get(key);
            if (field == null) {
                faults.add(new FieldError(at, null, "is no field of this form"));
            } else if (answer == null || answer.isBlank() || !field.kind().accepts(answer)) {
                faults.add(new FieldError(at, null, field.kind().rule()));
            } else if (!field.oneOf().isEmpty() && !field.oneOf().contains(answer)) {
                faults.add(new FieldError(at, null, "must be one of " + String.join(", ", field.oneOf())));
            }
        });
        return faults;
    }
}
