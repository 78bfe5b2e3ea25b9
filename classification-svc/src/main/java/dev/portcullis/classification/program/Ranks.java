package dev.portcullis.classification.program;

import dev.portcullis.classification.datasheet.Characteristic;
import dev.portcullis.classification.datasheet.Computer;
import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.classification.datasheet.Relation;
import dev.portcullis.classification.datasheet.Software;
import dev.portcullis.classification.datasheet.Technology;
import dev.portcullis.classification.facts.FactSink;
import dev.portcullis.classification.facts.OwnFact;
import dev.portcullis.classification.facts.Reading;
import dev.portcullis.classification.rules.FactDefinition;
import dev.portcullis.classification.technical.Quotient;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ranks of one datasheet, each derived when it is asked for. For one thread. */
final class Ranks implements FactSink {
    private final Ranking ranking;
    private final @Nullable Reading reading;

    /** By slot, the rank of what the datasheet does not say. */
    private final int[] unless;

    /** By slot, what characteristics say, and relations once one was asked for; {@link #unless} itself where that is nothing. */
    private int[] said;

    private boolean aimed;

    /** The answers on the circuits that a computer contains; null before one was asked for. */
    private Contained.@Nullable Answers contained;

    /** The slot that is being ranked, and its rank as far as it is known. */
    private Slot asked = FigureSlot.NONE;

    private int rank;

    Ranks(Ranking ranking, @Nullable Datasheet datasheet) {
        this.ranking = ranking;
        this.reading = datasheet == null ? null : new Reading(datasheet);
        this.unless = ranking.unless(datasheet != null && Boolean.TRUE.equals(datasheet.otherEntriesExcluded()));
        this.said = unless;
        if (datasheet != null) {
            Map<String, Characteristic> characteristics = datasheet.characteristics();
            if (characteristics != null && !characteristics.isEmpty()) {
                said = unless.clone();
                ranking.subjects.stated(datasheet, this);
            }
        }
    }

    int of(int slot) {
        if (reading == null) {
            return unless[slot];
        }
        OwnFact own = ranking.own(slot);
        asked = ranking.slot(slot);
        if (own != null) {
            rank = unless[slot];
            ranking.subjects.derive(reading, own, this);
            return rank;
        } else if (asked instanceof Slot.Contains contains) {
            return contained(reading.datasheet()).of(contains.number());
        } else if (asked instanceof Slot.IsFor && !aimed) {
            aim(reading.datasheet());
        }
        return said[slot];
    }

    private void aim(Datasheet datasheet) {
        aimed = true;
        List<Relation> relations = List.of();
        if (datasheet instanceof Software software) {
            relations = software.speciallyDesignedFor();
        } else if (datasheet instanceof Technology technology) {
            relations = technology.requiredFor();
        }
        if (relations == null || !relations.isEmpty()) {
            said = said == unless ? unless.clone() : said;
            ranking.aims.rank(relations, said);
        }
    }

    private Contained.Answers contained(Datasheet datasheet) {
        Contained.Answers known = contained;
        if (known == null) {
            Contained circuits = ranking.contained;
            known = circuits == null || !(datasheet instanceof Computer computer)
                    ? Contained.Answers.NONE
                    : circuits.in(computer);
            contained = known;
        }
        return known;
    }

    @Override
    public boolean settles(OwnFact fact, double estimate) {
        int far = asked instanceof FigureSlot figure ? figure.far(estimate) : -1;
        rank = far < 0 ? rank : far;
        return far >= 0;
    }

    @Override
    public void figure(OwnFact fact, @Nullable BigDecimal value) {
        if (value != null && asked instanceof FigureSlot figure) {
            rank = figure.figure(value);
        }
    }

    @Override
    public void count(OwnFact fact, @Nullable Integer value) {
        if (value != null && asked instanceof FigureSlot figure) {
            rank = figure.count(value);
        }
    }

    @Override
    public void derived(OwnFact fact, @Nullable BigDecimal value) {
        figure(fact, value);
    }

    @Override
    public void quotient(OwnFact fact, Quotient value) {
        if (asked instanceof FigureSlot figure) {
            rank = figure.quotient(value);
        }
    }

    @Override
    public void flag(OwnFact fact, @Nullable Boolean value) {
        if (value != null && asked instanceof Slot.Flag flag) {
            rank = flag.flag(value);
        }
    }

    @Override
    public void word(OwnFact fact, String value) {
        if (asked instanceof Slot.Word word) {
            rank = word.word(value);
        }
    }

    @Override
    public void undefined(OwnFact fact, String reason) {
        if (asked instanceof FigureSlot) {
            rank = Slot.UNDEFINED;
        }
    }

    /** What is said in one form is missing in the others, whatever is presumed of them; in another form than the dictionary's, it is not said. */
    @Override
    public void stated(String fact, FactDefinition.Form form, Characteristic value) {
        for (int slot : ranking.stated(fact)) {
            Slot one = ranking.slot(slot);
            if (form == FactDefinition.Form.FIGURE && value.figure() != null) {
                said[slot] = one instanceof FigureSlot figure ? figure.figure(value.figure()) : Slot.MISSING;
            } else if (form == FactDefinition.Form.FLAG && value.flag() != null) {
                said[slot] = one instanceof Slot.Flag flag ? flag.flag(value.flag()) : Slot.MISSING;
            } else if (form == FactDefinition.Form.WORD && value.word() != null) {
                said[slot] = one instanceof Slot.Word word ? word.word(value.word()) : Slot.MISSING;
            }
        }
    }
}
