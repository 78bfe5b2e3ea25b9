package dev.portcullis.platform.document;

import dev.portcullis.platform.document.Part.Fact;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers labels and what they name; what is not known has no line. */
public final class FactList {
    private final List<Fact> facts = new ArrayList<>();

    /** Adds a fact; nothing where there is none. */
    public FactList add(String label, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            facts.add(Fact.of(label, value.toString()));
        }
        return this;
    }

    /** Adds a fact of which each character matters; nothing where there is none. */
    public FactList exact(String label, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            facts.add(Fact.exact(label, value));
        }
        return this;
    }

    public Part.Facts part() {
        return new Part.Facts(facts);
    }
}
