package dev.portcullis.screening.signal;

import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.list.Particulars;
import dev.portcullis.screening.match.Match;
import dev.portcullis.screening.match.Matcher;
import dev.portcullis.screening.match.Profile;
import dev.portcullis.screening.name.Lexicon;
import dev.portcullis.screening.name.NameNormalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parties that a signal is about, searched as a list is: by the shipped matching profile, so that a signal and the screening
 * never differ about whether two names are alike. Immutable.
 */
final class NamedParties {
    static final NamedParties NONE = new NamedParties(null);

    private final @Nullable Matcher matcher;

    private NamedParties(@Nullable Matcher matcher) {
        this.matcher = matcher;
    }

    /** The parties that are named, and the entries of a list. Takes about a second for 20,000. */
    static NamedParties of(List<String> names, List<ListedParty> entries) {
        if (names.isEmpty() && entries.isEmpty()) {
            return NONE;
        }
        List<ListedParty> all = new ArrayList<>(entries);
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).codePoints().anyMatch(Character::isLetter)) {
                all.add(named("named-" + i, names.get(i)));
            }
        }
        return new NamedParties(Matcher.of(all, new NameNormalizer(Lexicon.shipped()), Profile.shipped()));
    }

    private static ListedParty named(String id, String name) {
        return new ListedParty(
                id,
                "SIGNAL",
                ListedParty.Type.UNKNOWN,
                name,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                Particulars.NONE);
    }

    /** How many names are searched; one at least, as what is kept of a signal that names nobody takes some room too. */
    int size() {
        return matcher == null ? 1 : Math.max(1, matcher.names());
    }

    /** The two names that are most alike, of a party's and of those named; nothing where none is alike. */
    Optional<String> like(String name, List<String> aliases) {
        Matcher index = matcher;
        if (index == null) {
            return Optional.empty();
        }
        return Stream.concat(Stream.of(name), aliases.stream())
                .flatMap(own -> index.search(own).stream())
                .max(Comparator.comparingDouble(Match::score))
                .map(match -> match.matchedName() + " (" + match.score() + ")");
    }
}
