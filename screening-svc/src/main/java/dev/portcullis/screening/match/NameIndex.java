package dev.portcullis.screening.match;

import dev.portcullis.screening.list.Alias;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.name.Lexicon;
import dev.portcullis.screening.name.NameNormalizer;
import dev.portcullis.screening.name.NormalizedName;
import dev.portcullis.screening.name.WadeGiles;
import dev.portcullis.screening.name.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All names of an edition: each a few numbers of words in flat arrays, and for each word the names that hold it. Immutable and shared
 * between threads; a new edition is a new index.
 */
final class NameIndex {
    /** Words of a name that are looked at. */
    static final int MOST_WORDS = 60;

    /** Names with more words are not looked through for two words that are one elsewhere. */
    static final int MOST_JOINED = 12;

    private final List<ListedParty> entries;
    private final Terms terms;
    private final int[] entryOf;
    private final String[] texts;
    private final byte[] kinds;
    private final short[] forms;
    private final boolean[] respelled;
    private final boolean[] plain;
    private final boolean[] letters;
    private final int[] starts;
    private final int[] words;
    private final byte[] roles;
    private final int[] postingStarts;
    private final int[] postings;
    private final Buckets joins;
    private final List<String> formNames;

    private NameIndex(Builder builder, List<ListedParty> entries, TermWeights weights, Profile profile) {
        this.entries = List.copyOf(entries);
        this.entryOf = Arrays.copyOf(builder.entryOf, builder.names);
        this.texts = Arrays.copyOf(builder.texts, builder.names);
        this.kinds = Arrays.copyOf(builder.kinds, builder.names);
        this.forms = Arrays.copyOf(builder.forms, builder.names);
        this.respelled = Arrays.copyOf(builder.respelled, builder.names);
        this.starts = Arrays.copyOf(builder.starts, builder.names + 1);
        this.words = Arrays.copyOf(builder.words, builder.size);
        this.roles = Arrays.copyOf(builder.roles, builder.size);
        this.formNames = List.copyOf(builder.formNumbers.keySet());
        this.terms = new Terms(builder.counts(), weights, profile);

        this.plain = new boolean[builder.names];
        this.letters = new boolean[builder.names];
        renumber(builder.numbers);
        this.postingStarts = new int[terms.size() + 1];
        this.postings = post();
        this.joins = join();
    }

    /** Builds the index of an edition; takes about a second for the whole Consolidated Screening List. */
    static NameIndex of(List<ListedParty> entries, NameNormalizer normalizer, Lexicon lexicon, Profile profile) {
        Builder builder = new Builder();
        WadeGiles wadeGiles = new WadeGiles(lexicon);
        for (int i = 0; i < entries.size(); i++) {
            ListedParty entry = entries.get(i);
            Map<String, Alias.Kind> listed = new LinkedHashMap<>();
            listed.put(entry.name(), Alias.Kind.STRONG);
            entry.aliases().forEach(alias -> listed.putIfAbsent(alias.name(), alias.kind()));
            for (Map.Entry<String, Alias.Kind> name : listed.entrySet()) {
                for (String variant : ListedNames.of(name.getKey())) {
                    NormalizedName read = normalizer.normalize(variant);
                    boolean mayHaveForm = entry.type().mayHaveLegalForm();
                    byte[] roles = entry.type() == ListedParty.Type.INDIVIDUAL
                            ? Role.ofListed(variant, read, normalizer)
                            : Role.NONE;
                    NormalizedName asRead = mayHaveForm ? read : read.asPlainName();
                    builder.add(i, name.getKey(), name.getValue(), asRead, roles, false);
                    if (entry.type() == ListedParty.Type.INDIVIDUAL) {
                        builder.add(i, name.getKey(), name.getValue(), respelled(asRead, wadeGiles), roles, true);
                    }
                }
            }
        }
        return new NameIndex(builder, entries, new TermWeights(lexicon, profile, builder.names), profile);
    }

    private static NormalizedName respelled(NormalizedName name, WadeGiles wadeGiles) {
        return new NormalizedName(
                name.original(), wadeGiles.of(name).stream().map(Word::of).toList());
    }

    /** Numbers words in the order of their texts, and orders each name's words so: in which order it was written has no say. */
    private void renumber(Map<String, Integer> numbers) {
        int[] renumbered = new int[numbers.size()];
        numbers.forEach((text, number) -> renumbered[number] = terms.id(text));
        for (int name = 0; name < texts.length; name++) {
            plain[name] = !entries.get(entryOf[name]).type().mayHaveLegalForm();
            for (int at = starts[name]; at < starts[name + 1]; at++) {
                int word = renumbered[words[at]];
                byte role = roles[at];
                letters[name] |= terms.get(word).isLetter();
                int to = at;
                while (to > starts[name] && words[to - 1] > word) {
                    words[to] = words[to - 1];
                    roles[to] = roles[to - 1];
                    to--;
                }
                words[to] = word;
                roles[to] = role;
            }
        }
    }

    private int[] post() {
        for (int name = 0; name < texts.length; name++) {
            for (int at = starts[name]; at < starts[name + 1]; at++) {
                if (at == starts[name] || words[at] != words[at - 1]) {
                    postingStarts[words[at] + 1]++;
                }
            }
        }
        for (int id = 0; id < terms.size(); id++) {
            postingStarts[id + 1] += postingStarts[id];
        }
        int[] next = Arrays.copyOf(postingStarts, terms.size());
        int[] posted = new int[postingStarts[terms.size()]];
        for (int name = 0; name < texts.length; name++) {
            for (int at = starts[name]; at < starts[name + 1]; at++) {
                if (at == starts[name] || words[at] != words[at - 1]) {
                    posted[next[words[at]]++] = name;
                }
            }
        }
        return posted;
    }

    private Buckets join() {
        Buckets.Builder joined = new Buckets.Builder();
        for (int name = 0; name < texts.length; name++) {
            int to = starts[name + 1];
            if (to - starts[name] <= MOST_JOINED) {
                for (int i = starts[name]; i < to; i++) {
                    int first = Hashes.letters(terms.get(words[i]).text());
                    for (int j = i + 1; j < to; j++) {
                        joined.put(
                                Hashes.mix(first
                                        + Hashes.letters(terms.get(words[j]).text())),
                                name);
                    }
                }
            }
        }
        return joined.build();
    }

    /** How many names there are. */
    int size() {
        return texts.length;
    }

    /** How many entries there are. */
    int entries() {
        return entries.size();
    }

    Terms terms() {
        return terms;
    }

    Term term(String text) {
        return terms.of(text);
    }

    int entryOf(int name) {
        return entryOf[name];
    }

    ListedParty entry(int entry) {
        return entries.get(entry);
    }

    /** The name as the list writes it. */
    String text(int name) {
        return texts[name];
    }

    Alias.Kind kind(int name) {
        return Alias.Kind.values()[kinds[name]];
    }

    boolean isWeak(int name) {
        return kinds[name] == Alias.Kind.WEAK.ordinal();
    }

    /** The class of the name's legal form. */
    @Nullable
    String form(int name) {
        return forms[name] == 0 ? null : formNames.get(forms[name] - 1);
    }

    /** Whether the name is indexed in another romanization than the list's. */
    boolean isRespelled(int name) {
        return respelled[name];
    }

    /** Whether the name is a person's or a vessel's, which carries no legal form. */
    boolean isPlain(int name) {
        return plain[name];
    }

    /** Whether one of the name's words is a single letter. */
    boolean hasLetters(int name) {
        return letters[name];
    }

    /** Where the name's words begin, for {@link #word} and {@link #role}. */
    int from(int name) {
        return starts[name];
    }

    int to(int name) {
        return starts[name + 1];
    }

    /** The number of a word; those of a name ascend. */
    int word(int at) {
        return words[at];
    }

    /** See {@link Role}. */
    byte role(int at) {
        return roles[at];
    }

    /** Where the names that hold a word begin, for {@link #posting}. */
    int postingsFrom(int term) {
        return postingStarts[term];
    }

    int postingsTo(int term) {
        return postingStarts[term + 1];
    }

    int posting(int at) {
        return postings[at];
    }

    /** Names in which two words might be one word with the same letters. */
    Buckets joins() {
        return joins;
    }

    private static final class Builder {
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<String> numbered = new ArrayList<>();
        private final Map<String, Integer> formNumbers = new LinkedHashMap<>();
        private int[] holding = new int[1 << 10];
        private int[] lastHolder = new int[1 << 10];
        private int[] entryOf = new int[1 << 10];
        private String[] texts = new String[1 << 10];
        private byte[] kinds = new byte[1 << 10];
        private boolean[] respelled = new boolean[1 << 10];
        private short[] forms = new short[1 << 10];
        private int[] starts = new int[1 << 10];
        private int names;
        private int[] words = new int[1 << 12];
        private byte[] roles = new byte[1 << 12];
        private int size;

        void add(int entry, String text, Alias.Kind kind, NormalizedName name, byte[] nameRoles, boolean isRespelled) {
            List<Word> core = name.core();
            if (core.isEmpty()) {
                return;
            }
            makeRoom();
            entryOf[names] = entry;
            texts[names] = text;
            kinds[names] = (byte) kind.ordinal();
            respelled[names] = isRespelled;
            String form = name.legalForm();
            forms[names] = (short) (form == null ? 0 : formNumbers.computeIfAbsent(form, f -> formNumbers.size() + 1));
            int most = Math.min(MOST_WORDS, core.size());
            for (int i = 0; i < most; i++) {
                String word = Term.cut(core.get(i).text());
                int number = numbers.computeIfAbsent(word, this::number);
                if (lastHolder[number] != names + 1) {
                    lastHolder[number] = names + 1;
                    holding[number]++;
                }
                if (size == words.length) {
                    words = Arrays.copyOf(words, size * 2);
                    roles = Arrays.copyOf(roles, size * 2);
                }
                words[size] = number;
                roles[size++] = i < nameRoles.length ? nameRoles[i] : Role.UNKNOWN;
            }
            starts[++names] = size;
        }

        private int number(String word) {
            int number = numbered.size();
            numbered.add(word);
            if (number == holding.length) {
                holding = Arrays.copyOf(holding, number * 2);
                lastHolder = Arrays.copyOf(lastHolder, number * 2);
            }
            return number;
        }

        private void makeRoom() {
            if (names + 2 > entryOf.length) {
                int length = entryOf.length * 2;
                entryOf = Arrays.copyOf(entryOf, length);
                texts = Arrays.copyOf(texts, length);
                kinds = Arrays.copyOf(kinds, length);
                forms = Arrays.copyOf(forms, length);
                respelled = Arrays.copyOf(respelled, length);
                starts = Arrays.copyOf(starts, length);
            }
        }

        /** In how many names each word stands. */
        Map<String, Integer> counts() {
            Map<String, Integer> counts = new HashMap<>();
            for (int i = 0; i < numbered.size(); i++) {
                counts.put(numbered.get(i), holding[i]);
            }
            return counts;
        }
    }
}
