package dev.portcullis.classification.program;

import dev.portcullis.classification.datasheet.Characteristic;
import dev.portcullis.classification.facts.FactSink;
import dev.portcullis.classification.facts.OwnFact;
import dev.portcullis.classification.rules.FactDefinition;
import dev.portcullis.classification.technical.Quotient;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ranks the facts of a datasheet as they are derived. What is not said keeps the rank that it has before. */
final class RankSink implements FactSink {
    private final Slot.OfFact[][] own;
    private final int[][] ownIndexes;
    private final Map<String, Asked> asked;
    private final int[] ranks;

    /** The slots of a fact, and where they are. */
    record Asked(Slot.OfFact[] slots, int[] indexes) {}

    RankSink(Slot.OfFact[][] own, int[][] ownIndexes, Map<String, Asked> asked, int[] ranks) {
        this.own = own;
        this.ownIndexes = ownIndexes;
        this.asked = asked;
        this.ranks = ranks;
    }

    @Override
    public boolean wants(OwnFact fact) {
        return own[fact.ordinal()].length > 0;
    }

    @Override
    public void figure(OwnFact fact, @Nullable BigDecimal value) {
        if (value != null) {
            Slot.OfFact[] slots = own[fact.ordinal()];
            for (int i = 0; i < slots.length; i++) {
                ranks[ownIndexes[fact.ordinal()][i]] = slots[i].figure(value);
            }
        }
    }

    @Override
    public void count(OwnFact fact, @Nullable Integer value) {
        if (value != null) {
            Slot.OfFact[] slots = own[fact.ordinal()];
            for (int i = 0; i < slots.length; i++) {
                ranks[ownIndexes[fact.ordinal()][i]] = slots[i].count(value);
            }
        }
    }

    @Override
    public void derived(OwnFact fact, @Nullable BigDecimal value) {
        figure(fact, value);
    }

    @Override
    public void quotient(OwnFact fact, Quotient value) {
        Slot.OfFact[] slots = own[fact.ordinal()];
        for (int i = 0; i < slots.length; i++) {
            ranks[ownIndexes[fact.ordinal()][i]] = slots[i].quotient(value);
        }
    }

    @Override
    public void flag(OwnFact fact, @Nullable Boolean value) {
        if (value != null) {
            Slot.OfFact[] slots = own[fact.ordinal()];
            for (int i = 0; i < slots.length; i++) {
                ranks[ownIndexes[fact.ordinal()][i]] = slots[i].flag(value);
            }
        }
    }

    @Override
    public void word(OwnFact fact, String value) {
        Slot.OfFact[] slots = own[fact.ordinal()];
        for (int i = 0; i < slots.length; i++) {
            ranks[ownIndexes[fact.ordinal()][i]] = slots[i].word(value);
        }
    }

    @Override
    public void missing(OwnFact fact) {
        // Keeps its rank.
    }

    @Override
    public void undefined(OwnFact fact, String reason) {
        for (int index : ownIndexes[fact.ordinal()]) {
            ranks[index] = Slot.UNDEFINED;
        }
    }

    @Override
    public void stated(String fact, FactDefinition.Form form, Characteristic said) {
        Asked known = asked.get(fact);
        if (known == null) {
            return;
        }
        for (int i = 0; i < known.slots.length; i++) {
            int rank = rank(known.slots[i], form, said);
            if (rank != Slot.UNASKED) {
                ranks[known.indexes[i]] = rank;
            }
        }
    }

    /** The rank of a characteristic; {@link Slot#UNASKED} where it is not said in the form of the dictionary. */
    private static int rank(Slot.OfFact slot, FactDefinition.Form form, Characteristic said) {
        return switch (form) {
            case FIGURE -> said.figure() == null ? Slot.UNASKED : slot.figure(said.figure());
            case FLAG -> said.flag() == null ? Slot.UNASKED : slot.flag(said.flag());
            case WORD -> said.word() == null ? Slot.UNASKED : slot.word(said.word());
        };
    }
}
