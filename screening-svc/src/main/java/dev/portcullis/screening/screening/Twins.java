package dev.portcullis.screening.screening;

import dev.portcullis.screening.format.ListSource;
import dev.portcullis.screening.list.Alias;
import dev.portcullis.screening.list.Identifier;
import dev.portcullis.screening.list.ListedParty;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the entries that stand in a compilation and on their authority's own list, and makes one of the two: the Consolidated Screening List
 * holds OFAC's and BIS's lists too. The authority's own entry stays and takes over names that only the compilation has; an entry that only one
 * of them has is kept, so that neither a late list nor a late compilation loses a party.
 */
final class Twins {
    private Twins() {}

    /** All entries of the editions, twins once. */
    static List<ListedParty> merged(List<LoadedEdition> editions) {
        List<ListedParty> merged = new ArrayList<>();
        Map<String, Integer> own = new HashMap<>();
        for (LoadedEdition edition : editions) {
            Set<String> lists = lists(edition);
            for (ListedParty entry : edition.entries()) {
                if (lists.contains(entry.list())) {
                    own.putIfAbsent(numberKey(edition.edition().source(), entry.id()), merged.size());
                    own.putIfAbsent(nameKey(entry), merged.size());
                    merged.add(entry);
                }
            }
        }
        for (LoadedEdition edition : editions) {
            Set<String> lists = lists(edition);
            for (ListedParty entry : edition.entries()) {
                if (!lists.contains(entry.list())) {
                    Integer twin = own.get(key(entry));
                    if (twin == null) {
                        merged.add(entry);
                    } else {
                        merged.set(twin, withNamesOf(merged.get(twin), entry));
                    }
                }
            }
        }
        return merged;
    }

    private static Set<String> lists(LoadedEdition edition) {
        return ListSource.of(edition.edition().source()).map(ListSource::lists).orElse(Set.of());
    }

    /** By the number on the authority's list where the compilation has it, else by list and name. */
    private static String key(ListedParty entry) {
        String number = number(entry);
        if (number == null) {
            return nameKey(entry);
        }
        for (ListSource source : ListSource.values()) {
            if (source.lists().contains(entry.list())) {
                return numberKey(source.id(), number);
            }
        }
        return nameKey(entry);
    }

    private static @Nullable String number(ListedParty entry) {
        return entry.particulars().identifiers().stream()
                .filter(identifier -> identifier.type().equals(Identifier.ENTRY))
                .map(Identifier::number)
                .findFirst()
                .orElse(null);
    }

    private static String numberKey(String source, String number) {
        return source + " " + number;
    }

    private static String nameKey(ListedParty entry) {
        String bare = Normalizer.normalize(entry.name(), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "");
        return entry.list() + " = " + bare + " " + String.join(",", entry.countries());
    }

    private static ListedParty withNamesOf(ListedParty entry, ListedParty twin) {
        Map<String, Alias> names = new LinkedHashMap<>();
        entry.aliases().forEach(alias -> names.put(alias.name(), alias));
        names.putIfAbsent(twin.name(), Alias.strong(twin.name()));
        twin.aliases().forEach(alias -> names.putIfAbsent(alias.name(), alias));
        names.remove(entry.name());
        return new ListedParty(
                entry.id(),
                entry.list(),
                entry.type(),
                entry.name(),
                List.copyOf(names.values()),
                entry.addresses(),
                entry.countries(),
                entry.programs(),
                entry.reference(),
                entry.licenseRequirement(),
                entry.licensePolicy(),
                entry.remarks(),
                entry.source(),
                entry.particulars());
    }
}
