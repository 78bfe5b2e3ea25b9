package dev.portcullis.screening.match;

import dev.portcullis.screening.list.Alias;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.name.Lexicon;
import dev.portcullis.screening.name.NameNormalizer;
import dev.portcullis.screening.name.NormalizedName;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All names of an edition, and whose they are. Immutable and shared between threads; a new edition is a new index. */
final class NameIndex {
    private final List<ListedParty> entries;
    private final NameTable table;
    private final WordCounts ownCounts;
    private final int[] entryOf;
    private final String[] texts;
    private final byte[] kinds;
    private final short[] forms;
    private final List<String> formNames;

    private NameIndex(Builder builder, List<ListedParty> entries, NameTable table, WordCounts ownCounts) {
        this.entries = List.copyOf(entries);
        this.table = table;
        this.ownCounts = ownCounts;
        this.entryOf = Arrays.copyOf(builder.entryOf, table.size());
        this.texts = Arrays.copyOf(builder.texts, table.size());
        this.kinds = Arrays.copyOf(builder.kinds, table.size());
        this.forms = Arrays.copyOf(builder.forms, table.size());
        this.formNames = List.copyOf(builder.formNumbers.keySet());
    }

    /**
     * Builds the index of an edition; takes about a second for the whole Consolidated Screening List.
     *
     * @param counts what the weights of words are taken from; the edition's own where absent
     */
    static NameIndex of(
            List<ListedParty> entries,
            NameNormalizer normalizer,
            Lexicon lexicon,
            Profile profile,
            @Nullable WordCounts counts) {
        Builder builder = new Builder();
        ListedNames names = new ListedNames(normalizer, lexicon);
        for (int i = 0; i < entries.size(); i++) {
            int entry = i;
            names.forEach(entries.get(i), name -> builder.add(entry, name));
        }
        WordCounts own = builder.table.counts();
        NameTable table = builder.table.build(counts == null ? own : counts, lexicon, profile);
        return new NameIndex(builder, entries, table, own);
    }

    /** The names' words. */
    NameTable table() {
        return table;
    }

    /** In how many of the edition's names each word stands. */
    WordCounts ownCounts() {
        return ownCounts;
    }

    /** How many names there are. */
    int size() {
        return texts.length;
    }

    /** How many entries there are. */
    int entries() {
        return entries.size();
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

    /** Whether the name is a person's or a vessel's, which carries no legal form. */
    boolean isPlain(int name) {
        return !entries.get(entryOf[name]).type().mayHaveLegalForm();
    }

    private static final class Builder {
        private final NameTable.Builder table = new NameTable.Builder();
        private final Map<String, Integer> formNumbers = new LinkedHashMap<>();
        private int[] entryOf = new int[1 << 10];
        private String[] texts = new String[1 << 10];
        private byte[] kinds = new byte[1 << 10];
        private short[] forms = new short[1 << 10];

        void add(int entry, ListedNames.Reading reading) {
            int name = table.names();
            if (name == entryOf.length) {
                int length = name * 2;
                entryOf = Arrays.copyOf(entryOf, length);
                texts = Arrays.copyOf(texts, length);
                kinds = Arrays.copyOf(kinds, length);
                forms = Arrays.copyOf(forms, length);
            }
            NormalizedName read = reading.name();
            entryOf[name] = entry;
            texts[name] = reading.text();
            kinds[name] = (byte) reading.kind().ordinal();
            String form = read.legalForm();
            forms[name] = (short) (form == null ? 0 : formNumbers.computeIfAbsent(form, f -> formNumbers.size() + 1));
            table.add(read.core(), reading.roles(), reading.respelled());
        }
    }
}
