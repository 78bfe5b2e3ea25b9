package dev.portcullis.screening.match;

import dev.portcullis.screening.list.Alias;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.name.Lexicon;
import dev.portcullis.screening.name.NameNormalizer;
import dev.portcullis.screening.name.NormalizedName;
import dev.portcullis.screening.name.WadeGiles;
import dev.portcullis.screening.name.Word;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of an entry, read in each way in which somebody may write them. Lists write an abbreviation in parentheses after the name, and the State
 * Department adds that successors and subsidiaries are meant as well; nobody calls himself by either.
 */
final class ListedNames {
    private final NameNormalizer normalizer;
    private final WadeGiles wadeGiles;

    ListedNames(NameNormalizer normalizer, Lexicon lexicon) {
        this.normalizer = normalizer;
        this.wadeGiles = new WadeGiles(lexicon);
    }

    /**
     * A name in one way of reading it, with at least one word of the name proper.
     *
     * @param text the name as the list writes it
     * @param kind how much the publisher stands by it
     * @param roles see {@link Role}
     * @param respelled whether it is read in another romanization than the list's
     */
    record Reading(String text, Alias.Kind kind, NormalizedName name, byte[] roles, boolean respelled) {}

    /** Hands over all readings of an entry's names, those of one name behind each other. */
    void forEach(ListedParty entry, Consumer<Reading> sink) {
        Map<String, Alias.Kind> listed = new LinkedHashMap<>();
        listed.put(entry.name(), Alias.Kind.STRONG);
        entry.aliases().forEach(alias -> listed.putIfAbsent(alias.name(), alias.kind()));
        boolean person = entry.type() == ListedParty.Type.INDIVIDUAL;
        listed.forEach((text, kind) -> {
            for (String variant : of(text)) {
                NormalizedName read = normalizer.normalize(variant);
                NormalizedName name = entry.type().mayHaveLegalForm() ? read : read.asPlainName();
                if (!name.core().isEmpty()) {
                    byte[] roles = person ? Role.ofListed(variant, read, normalizer) : Role.NONE;
                    sink.accept(new Reading(text, kind, name, roles, false));
                    NormalizedName respelled = person ? respelled(name) : name;
                    if (person && !respelled.words().isEmpty()) {
                        sink.accept(new Reading(text, kind, respelled, roles, true));
                    }
                }
            }
        });
    }

    private NormalizedName respelled(NormalizedName name) {
        return new NormalizedName(
                name.original(), wadeGiles.of(name).stream().map(Word::of).toList());
    }

    private static final Pattern SUCCESSORS = Pattern.compile(
            "[;,]?\\s*and\\s+(any\\s+successor|its\\s+sub-?units?\\s+and\\s+successors?).*$", Pattern.CASE_INSENSITIVE);

    private static final Pattern ABBREVIATION = Pattern.compile("^(.*\\S)\\s*\\(([^()]+)\\)\\s*$");

    /** The text itself, and what is left of it without its additions. */
    static Set<String> of(String text) {
        Set<String> names = new LinkedHashSet<>();
        names.add(text);
        String bare = SUCCESSORS.matcher(text).replaceFirst("");
        if (!bare.isBlank()) {
            names.add(bare);
        }
        Matcher abbreviated = ABBREVIATION.matcher(bare);
        if (abbreviated.matches() && abbreviates(abbreviated.group(2), abbreviated.group(1))) {
            names.add(abbreviated.group(1));
            if (abbreviated.group(2).chars().filter(Character::isLetter).count() >= 4) {
                names.add(abbreviated.group(2));
            }
        }
        return names;
    }

    /** Whether the words in parentheses are a short form of the name and not a part of it, as a place would be. */
    private static boolean abbreviates(String inner, String name) {
        String[] words = inner.trim().split("\\s+");
        if (words.length > 1) {
            return false;
        }
        long capitals = inner.chars().filter(Character::isUpperCase).count();
        boolean acronym = capitals >= 3 && inner.chars().noneMatch(Character::isLowerCase) && !name.equals(upper(name));
        return acronym
                || name.regionMatches(true, 0, inner.trim(), 0, inner.trim().length());
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
