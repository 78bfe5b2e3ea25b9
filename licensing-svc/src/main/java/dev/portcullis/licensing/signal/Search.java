package dev.portcullis.licensing.signal;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.PartyState;
import dev.portcullis.contracts.SignalState;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what one signal touches: pure, from the signal, the table of effects and one thing at a time. */
final class Search {
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Effects effects = Effects.shipped();
    private final SignalState signal;
    private final Set<Eccn> entries;
    private final Set<CountryCode> countries;
    private final Set<String> names;
    private final @Nullable Pattern citation;

    Search(SignalState signal) {
        this.signal = signal;
        this.entries = Set.copyOf(signal.eccns());
        this.countries = Set.copyOf(signal.countries());
        this.names = signal.parties().stream()
                .map(Search::folded)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        String cited = signal.citation();
        // 90 FR 472 is not within 90 FR 47201, nor 0 FR 47201 within it.
        this.citation = cited == null || cited.isBlank()
                ? null
                : Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(cited.strip()) + "(?![\\p{L}\\p{N}])");
    }

    /** The day whose law the signal brings: its first day, or that of its publication where it names none. */
    static LocalDate day(SignalState signal) {
        return signal.effective() == null
                ? signal.publishedOn()
                : signal.effective().from();
    }

    /** Whether two versions of a signal touch the same. */
    static boolean sameReach(SignalState one, SignalState other) {
        return one.kind() == other.kind()
                && day(one).equals(day(other))
                && one.eccns().equals(other.eccns())
                && one.countries().equals(other.countries())
                && one.parties().equals(other.parties())
                && Objects.equals(one.citation(), other.citation());
    }

    /** Whether signals of a kind may touch things of a kind at all. */
    boolean asksFor(Thing.Kind kind) {
        return effects.of(signal.kind(), kind).stream().anyMatch(effect -> mayTie(effect.tie()));
    }

    /** Whether it is worth the while to find what steps on the signal's day would rest on. */
    boolean asksForCitations(Thing.Kind kind) {
        return citation != null
                && effects.of(signal.kind(), kind).stream().anyMatch(effect -> effect.tie() == Tie.CITATION);
    }

    /** Why the signal can touch nothing here; null where it can. */
    @Nullable
    String whyNothing() {
        if (Stream.of(Thing.Kind.values()).anyMatch(this::asksFor)) {
            return namesNothing()
                    ? "It names no entry, no country and no party: nothing is touched by a guess. Only what rests on "
                            + signal.citation() + " was looked for."
                    : null;
        }
        return namesNothing()
                ? "It names no entry, no country and no party: nothing is touched by a guess. Read it."
                : "What it names ties nothing that this service owns to a signal of the kind " + signal.kind()
                        + ". Which parties it touches, screening-svc tells.";
    }

    private boolean namesNothing() {
        return entries.isEmpty() && countries.isEmpty() && names.isEmpty();
    }

    private boolean mayTie(Tie tie) {
        return switch (tie) {
            case ENTRY -> !entries.isEmpty();
            case EVERY_ENTRY -> entries.isEmpty() && !namesNothing();
            case COUNTRY, PARTY_COUNTRY, NATIONALITY -> !countries.isEmpty();
            case PARTY -> !names.isEmpty();
            case CITATION -> citation != null;
        };
    }

    /** The ties between the signal and a thing; none where it does not touch it. */
    List<Touch> touches(Thing thing) {
        Set<Eccn> met = new TreeSet<>(thing.entries());
        met.retainAll(entries);
        List<Touch> touches = new ArrayList<>();
        for (Effects.Effect effect : effects.of(signal.kind(), thing.kind())) {
            if (effect.ofNamedEntries() && !entries.isEmpty() && met.isEmpty()) {
                continue;
            }
            String words = words(effect.tie(), thing, met);
            if (words != null) {
                touches.add(new Touch(effect.tie(), words, effect.effect()));
            }
        }
        return List.copyOf(touches);
    }

    private @Nullable String words(Tie tie, Thing thing, Set<Eccn> met) {
        return switch (tie) {
            case ENTRY -> joined(met.stream().map(Eccn::value));
            case EVERY_ENTRY ->
                mayTie(tie)
                        ? joined(thing.entries().stream()
                                .filter(entry -> !entry.isEar99())
                                .map(Eccn::value))
                        : null;
            case COUNTRY ->
                joined(thing.countries().stream().filter(countries::contains).map(CountryCode::value));
            case PARTY_COUNTRY ->
                joined(thing.parties().stream().filter(this::isThere).map(PartyState::id));
            case PARTY ->
                joined(thing.parties().stream()
                        .filter(party -> names.contains(folded(party.name())))
                        .map(PartyState::id));
            case CITATION -> joined(thing.citations().stream().filter(this::cites));
            case NATIONALITY ->
                thing.countries().stream().anyMatch(countries::contains)
                        ? "a country that the signal is aimed at"
                        : null;
        };
    }

    private boolean isThere(PartyState party) {
        return Stream.of(party.country(), party.headquarters(), party.ultimateParentHeadquarters())
                .anyMatch(country -> country != null && countries.contains(country));
    }

    private boolean cites(String provision) {
        return citation != null && citation.matcher(provision).find();
    }

    private static @Nullable String joined(Stream<String> words) {
        String joined = words.sorted().distinct().collect(Collectors.joining(", "));
        return joined.isEmpty() ? null : joined;
    }

    /** A name without case, accents, signs and spaces. Who is merely like it, screening-svc tells. */
    private static String folded(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        return NO_LETTER.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
