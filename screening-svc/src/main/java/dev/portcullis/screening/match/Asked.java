package dev.portcullis.screening.match;

import dev.portcullis.screening.list.Identifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of whoever is looked for.
 *
 * @param name the name as it is written, in any script and order
 * @param parts the same name told apart, where it is a person's and somebody told
 * @param clues what else is known
 */
public record Asked(String name, @Nullable PersonName parts, Clues clues) {

    /** A name of which nothing else is known. */
    public static Asked of(String name) {
        return new Asked(name, null, Clues.NONE);
    }

    /** A person's name whose parts are told apart. */
    public static Asked of(PersonName parts) {
        return new Asked(parts.family() + " " + parts.given(), parts, Clues.NONE);
    }

    /** The same name with more known of its bearer. */
    public Asked with(Clues more) {
        return new Asked(name, parts, more);
    }

    /**
     * A person's name in its parts.
     *
     * @param family one family name or more
     * @param given one given name or more, a patronymic included
     */
    public record PersonName(String family, String given) {}

    /**
     * What tells bearers of one name apart. What is not known is empty.
     *
     * @param countries ISO 3166-1 alpha-2 codes of addresses, nationalities or flags
     * @param births days, months or years of birth, as in {@link dev.portcullis.screening.list.Particulars#births}
     * @param addresses addresses as they are written
     * @param identifiers documents and numbers
     */
    public record Clues(
            List<String> countries, List<String> births, List<String> addresses, List<Identifier> identifiers) {
        public static final Clues NONE = new Clues(List.of(), List.of(), List.of(), List.of());

        /** Nothing but the countries. */
        public static Clues in(List<String> countries) {
            return new Clues(countries, List.of(), List.of(), List.of());
        }

        public Clues {
            countries = List.copyOf(countries);
            births = List.copyOf(births);
            addresses = List.copyOf(addresses);
            identifiers = List.copyOf(identifiers);
        }

        boolean isEmpty() {
            return countries.isEmpty() && births.isEmpty() && addresses.isEmpty() && identifiers.isEmpty();
        }
    }
}
