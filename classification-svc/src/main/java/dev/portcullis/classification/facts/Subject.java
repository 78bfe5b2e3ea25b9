package dev.portcullis.classification.facts;

import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.classification.datasheet.Relation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A datasheet as the rules see it.
 *
 * @param name where it stands in the item, such as {@code server / accelerator}; empty for the item itself
 * @param count how many of it the item contains in all
 * @param kind the form of the datasheet
 * @param values its facts by name; a name that is absent is unknown
 * @param presumed what holds of facts that are not said
 * @param circuits the integrated circuits that it contains, however deep; null where that is not said in full
 * @param relations the items that it is for; null where that is not said
 */
public record Subject(
        String name,
        BigDecimal count,
        Datasheet.Kind kind,
        Map<String, FactValue> values,
        Map<String, FactValue> presumed,
        @Nullable List<Subject> circuits,
        @Nullable List<Relation> relations) {

    /** What is said of a fact, else what is presumed of it. */
    public FactValue value(String fact) {
        FactValue said = values.getOrDefault(fact, FactValue.MISSING);
        return said instanceof FactValue.Missing ? presumed.getOrDefault(fact, said) : said;
    }
}
