package dev.portcullis.screening.list;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Another name of a listed party. A person's name whose parts the list tells apart is written {@code SURNAME, Given}, as OFAC does.
 *
 * @param name the name as the list writes it, in whatever script
 * @param kind how much the publisher stands by it
 */
@RegisterForReflection
public record Alias(String name, Kind kind) {
    public Alias {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an alias has a name");
        }
    }

    /** How much the publisher stands by a name. */
    @RegisterForReflection
    public enum Kind {
        /** A name that the party is known by. */
        STRONG,
        /**
         * One that is common or vague, "low quality" or "weak" on the list: it never alerts alone (31 CFR Ch. V, OFAC's guidance on weak
         * aliases, FAQ 122).
         */
        WEAK,
        /** A name that the party had. */
        FORMER,
        /** One that stands only in the publisher's remarks. */
        REMARKS
    }

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static Alias of(@JsonProperty("name") String name, @JsonProperty("kind") Kind kind) {
        return new Alias(name, kind);
    }

    /** A name of which the list says no more; editions that were stored before aliases had a kind hold bare texts. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Alias strong(String name) {
        return new Alias(name, Kind.STRONG);
    }
}
