package dev.portcullis.screening.screening;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.match.Asked;
import dev.portcullis.screening.match.Asked.PersonName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who is to be screened.
 *
 * @param name the name
 * @param aliases other names, screened like the name
 * @param country where the subject is, where that is known
 * @param clues what else is known of it
 * @param parts the name told apart, where it is a person's and somebody told
 * @param type what it is, UNKNOWN where nobody told: an entry that is told to be something else is left out, unless it has one of the subject's
 *     identifiers
 */
public record Subject(
        String name,
        List<String> aliases,
        @Nullable CountryCode country,
        Asked.Clues clues,
        @Nullable PersonName parts,
        ListedParty.Type type) {
    /** The longest name that is screened, in characters. */
    public static final int LONGEST_NAME = 512;

    public Subject {
        aliases = List.copyOf(aliases);
    }

    /** The name, and the aliases behind it. */
    public List<String> names() {
        List<String> names = new ArrayList<>(1 + aliases.size());
        names.add(name);
        names.addAll(aliases);
        return names;
    }

    /** A subject whose name nobody told apart. */
    public Subject(String name, List<String> aliases, @Nullable CountryCode country, Asked.Clues clues) {
        this(name, aliases, country, clues, null, ListedParty.Type.UNKNOWN);
    }

    /** A subject of which no more is known than where it is. */
    public Subject(String name, List<String> aliases, @Nullable CountryCode country) {
        this(name, aliases, country, Asked.Clues.in(country == null ? List.of() : List.of(country.value())));
    }

    /**
     * Whether an entry is told to be something else than the subject. Many lists do not say what an entry is; such an entry is never left
     * out.
     */
    boolean isOfAnotherTypeThan(ListedParty entry) {
        return type != ListedParty.Type.UNKNOWN
                && entry.type() != ListedParty.Type.UNKNOWN
                && entry.type() != type
                && !sharesIdentifier(entry);
    }

    /** Whether one of the subject's documents or numbers is one of the entry's. */
    public boolean sharesIdentifier(ListedParty entry) {
        return clues.identifiers().stream()
                .anyMatch(own -> entry.particulars().identifiers().stream()
                        .anyMatch(other -> bare(own.number()).equals(bare(other.number()))));
    }

    private static String bare(String number) {
        return number.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]|^IMO", "");
    }

    /**
     * What is wrong with a name, or nothing: a name has a letter, and none is longer than {@value #LONGEST_NAME} characters.
     */
    public static @Nullable String fault(String name) {
        if (name.length() > LONGEST_NAME) {
            return "must be at most " + LONGEST_NAME + " characters long";
        }
        if (name.indexOf('\0') >= 0) {
            return "must not hold a NUL character";
        }
        return name.codePoints().anyMatch(Character::isLetter) ? null : "must hold a letter";
    }
}
