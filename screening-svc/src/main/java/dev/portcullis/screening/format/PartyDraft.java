package dev.portcullis.screening.format;

import dev.portcullis.screening.list.Alias;
import dev.portcullis.screening.list.Identifier;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.list.Particulars;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An entry while it is being read, from one row or from many. Blank values are passed over, values that come again are kept once, and an
 * alias that comes in several kinds is kept in the one that the publisher stands by most.
 */
final class PartyDraft {
    private static final int LONGEST_ID = 200;

    private String list;
    private final @Nullable String id;
    private final Map<String, Alias.Kind> aliases = new LinkedHashMap<>();
    private final Set<String> addresses = new LinkedHashSet<>();
    private final Set<String> countries = new TreeSet<>();
    private final Set<String> programs = new LinkedHashSet<>();
    private final Set<String> references = new LinkedHashSet<>();
    private final Set<String> remarks = new LinkedHashSet<>();
    private final Set<String> births = new LinkedHashSet<>();
    private final Set<String> birthPlaces = new LinkedHashSet<>();
    private final Set<String> nationalities = new TreeSet<>();
    private final Set<Identifier> identifiers = new LinkedHashSet<>();
    private ListedParty.Type type = ListedParty.Type.UNKNOWN;
    private @Nullable String name;
    private @Nullable String licenseRequirement;
    private @Nullable String licensePolicy;
    private @Nullable String source;

    PartyDraft(String list, @Nullable String id) {
        this.list = list;
        this.id = clean(id);
    }

    /** A text without blanks around it, or nothing where nothing is left. */
    static @Nullable String clean(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String stripped = text.strip();
        return stripped.isEmpty() ? null : stripped;
    }

    /** What stands between the separators, without blanks. */
    static List<String> split(@Nullable String text, String separator) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(separator))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
    }

    /** Parts that are there, joined. */
    static @Nullable String join(String separator, @Nullable String... parts) {
        String joined = Stream.of(parts)
                .map(PartyDraft::clean)
                .filter(part -> part != null)
                .collect(Collectors.joining(separator));
        return clean(joined);
    }

    /** Another list than was thought. */
    PartyDraft list(String code) {
        list = code;
        return this;
    }

    PartyDraft type(ListedParty.Type what) {
        type = what;
        return this;
    }

    ListedParty.Type type() {
        return type;
    }

    /** The name that the party is listed under: the first that comes; later ones are strong aliases. */
    PartyDraft name(@Nullable String text) {
        String given = clean(text);
        if (name == null) {
            name = given;
        } else {
            alias(given, Alias.Kind.STRONG);
        }
        return this;
    }

    PartyDraft alias(@Nullable String text, Alias.Kind kind) {
        String given = clean(text);
        if (given != null) {
            aliases.merge(given, kind, (a, b) -> rank(a) <= rank(b) ? a : b);
        }
        return this;
    }

    PartyDraft address(@Nullable String... parts) {
        return put(addresses, join(", ", parts));
    }

    /** A country of an address, by code or name. One that is not known stays in the address's text only. */
    PartyDraft country(@Nullable String codeOrName) {
        return put(countries, Countries.code(codeOrName));
    }

    PartyDraft program(@Nullable String text) {
        return put(programs, clean(text));
    }

    PartyDraft reference(@Nullable String text) {
        return put(references, clean(text));
    }

    PartyDraft license(@Nullable String requirement, @Nullable String policy) {
        licenseRequirement = clean(requirement);
        licensePolicy = clean(policy);
        return this;
    }

    PartyDraft remark(@Nullable String text) {
        return put(remarks, clean(text));
    }

    PartyDraft source(@Nullable String text) {
        source = clean(text);
        return this;
    }

    /** A date of birth or of building, in any of the ways that lists write it; one that cannot be read is passed over. */
    PartyDraft birth(@Nullable String text) {
        return put(births, Births.read(text));
    }

    /** A birth that is read already. */
    PartyDraft birthText(@Nullable String date) {
        return put(births, date);
    }

    PartyDraft birthPlace(@Nullable String... parts) {
        return put(birthPlaces, join(", ", parts));
    }

    PartyDraft nationality(@Nullable String codeOrName) {
        return put(nationalities, Countries.code(codeOrName));
    }

    PartyDraft identifier(@Nullable String what, @Nullable String number, @Nullable String country) {
        String label = clean(what);
        String value = clean(number);
        if (label != null && value != null) {
            identifiers.add(new Identifier(label, value, Countries.code(country)));
        }
        return this;
    }

    /**
     * The entry.
     *
     * @throws IllegalArgumentException where it lacks an id or a name, or goes beyond a limit
     */
    ListedParty build(Limits limits) {
        String known = name;
        if (known == null) {
            known = aliases.keySet().stream().findFirst().orElse(null);
        }
        if (known == null) {
            throw new IllegalArgumentException("the row has no name");
        }
        if (id == null) {
            throw new IllegalArgumentException("the row has no id");
        }
        if (id.length() > LONGEST_ID) {
            throw new IllegalArgumentException("the id is longer than " + LONGEST_ID + " characters");
        }
        aliases.remove(known);
        check(limits, known);
        List<Alias> kept = new ArrayList<>();
        aliases.forEach((alias, kind) -> kept.add(new Alias(alias, kind)));
        return new ListedParty(
                id,
                list,
                type,
                known,
                kept,
                List.copyOf(addresses),
                List.copyOf(countries),
                List.copyOf(programs),
                references.isEmpty() ? null : String.join(", ", references),
                licenseRequirement,
                licensePolicy,
                remarks.isEmpty() ? null : String.join(" ", remarks),
                source,
                new Particulars(
                        List.copyOf(births),
                        List.copyOf(birthPlaces),
                        List.copyOf(nationalities),
                        List.copyOf(identifiers)));
    }

    private void check(Limits limits, String known) {
        if (aliases.size() > limits.aliases()) {
            throw new IllegalArgumentException("the row has more than " + limits.aliases() + " aliases");
        }
        if (Stream.concat(Stream.of(known), aliases.keySet().stream())
                .anyMatch(text -> text.length() > limits.nameCharacters())) {
            throw new IllegalArgumentException("a name is longer than " + limits.nameCharacters() + " characters");
        }
        for (Collection<?> values :
                List.of(addresses, programs, references, remarks, births, birthPlaces, nationalities, identifiers)) {
            if (values.size() > limits.values()) {
                throw new IllegalArgumentException("the row has more than " + limits.values() + " values of one sort");
            }
        }
        Stream.of(
                        Stream.of(id, known, licenseRequirement, licensePolicy, source),
                        aliases.keySet().stream(),
                        addresses.stream(),
                        programs.stream(),
                        references.stream(),
                        remarks.stream(),
                        birthPlaces.stream(),
                        identifiers.stream().map(Identifier::type),
                        identifiers.stream().map(Identifier::number))
                .flatMap(texts -> texts)
                .forEach(PartyDraft::checkText);
    }

    /** Neither can be stored, and no publisher writes them. */
    private static void checkText(@Nullable String text) {
        if (text == null) {
            return;
        }
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("the row holds a NUL character");
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isHighSurrogate(text.charAt(i))
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(text.charAt(i))) {
                throw new IllegalArgumentException("the row holds half a character");
            }
        }
    }

    private static int rank(Alias.Kind kind) {
        return switch (kind) {
            case STRONG -> 0;
            case FORMER -> 1;
            case REMARKS -> 2;
            case WEAK -> 3;
        };
    }

    private PartyDraft put(Set<String> values, @Nullable String value) {
        if (value != null) {
            values.add(value);
        }
        return this;
    }
}
