package dev.portcullis.screening.screening;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.screening.match.Asked;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is to be screened.
 *
 * @param name the name
 * @param aliases other names, screened like the name
 * @param country where the subject is, where that is known
 * @param clues what else is known of it
 */
public record Subject(
        String name, List<String> aliases, @Nullable CountryCode country, Asked.Clues clues) {
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

    /** A subject of which no more is known than where it is. */
    public Subject(String name, List<String> aliases, @Nullable CountryCode country) {
        this(name, aliases, country, Asked.Clues.in(country == null ? List.of() : List.of(country.value())));
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
