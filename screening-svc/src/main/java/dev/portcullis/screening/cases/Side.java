package dev.portcullis.screening.cases;

import dev.portcullis.platform.digest.Sha256;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One side of a pair as it was when people decided: a digest of each thing that the decision may have rested on, so that it can be told later
 * whether the side has changed in a way that matters, without keeping a name. Case, punctuation, order and spaces make no difference.
 *
 * @param marks digests by what they are of
 */
@RegisterForReflection
public record Side(Map<Trait, SortedSet<String>> marks) {

    /** What a decision may rest on. */
    @RegisterForReflection
    public enum Trait {
        /** Another name may be like another one: what comes new matters. */
        NAME(false),
        ADDRESS(false),
        /** More programs forbid more. */
        PROGRAM(false),
        /** What tells two of a name apart: whatever happens to it matters, that it is gone included. */
        COUNTRY(true),
        /** A person, a company, a vessel. */
        KIND(true),
        BIRTH(true),
        IDENTIFIER(true);

        private final boolean lossMatters;

        Trait(boolean lossMatters) {
            this.lossMatters = lossMatters;
        }
    }

    public Side {
        Map<Trait, SortedSet<String>> all = new EnumMap<>(Trait.class);
        for (Trait trait : Trait.values()) {
            all.put(trait, new TreeSet<>(marks.getOrDefault(trait, new TreeSet<>())));
        }
        marks = all;
    }

    /** The side of somebody of whom this is known. */
    public static Side of(Map<Trait, Set<String>> known) {
        Map<Trait, SortedSet<String>> marks = new EnumMap<>(Trait.class);
        known.forEach((trait, texts) -> {
            SortedSet<String> digests = new TreeSet<>();
            texts.stream()
                    .map(Side::plain)
                    .filter(text -> !text.isEmpty())
                    .forEach(text -> digests.add(Sha256.of(trait + ":" + text)));
            marks.put(trait, digests);
        });
        return new Side(marks);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    /** Whether the side has become another one in a way that matters, as it is now. */
    public boolean isOvertakenBy(Side now) {
        for (Trait trait : Trait.values()) {
            Set<String> before = marks.getOrDefault(trait, new TreeSet<>());
            Set<String> after = now.marks.getOrDefault(trait, new TreeSet<>());
            if (!before.containsAll(after) || (trait.lossMatters && !after.containsAll(before))) {
                return true;
            }
        }
        return false;
    }
}
