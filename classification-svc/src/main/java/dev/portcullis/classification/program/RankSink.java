package dev.portcullis.classification.program;

import dev.portcullis.classification.datasheet.Characteristic;
import dev.portcullis.classification.facts.FactSink;
import dev.portcullis.classification.facts.OwnFact;
import dev.portcullis.classification.rules.FactDefinition;
import dev.portcullis.classification.technical.Quotient;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Ranks the facts of a datasheet as they are derived. What is not said keeps the rank that it has before. */
final class RankSink implements FactSink {
    private final Places places;
    private final int[] ranks;

    RankSink(Places places, int[] ranks) {
        this.places = places;
        this.ranks = ranks;
    }

    @Override
    public boolean wants(OwnFact fact) {
        return places.of(fact).asked() && (fact != OwnFact.DENSITY || places.wantsDensity(ranks));
    }

    @Override
    public boolean settles(OwnFact fact, double estimate) {
        Place place = places.of(fact);
        int rank = place.thresholds.far(estimate);
        if (rank < 0) {
            return false;
        }
        if (place.figure >= 0) {
            ranks[place.figure] = rank;
        }
        return true;
    }

    @Override
    public void figure(OwnFact fact, @Nullable BigDecimal value) {
        Place place = places.of(fact);
        if (value != null && place.figure >= 0) {
            ranks[place.figure] = place.thresholds.figure(value);
        }
    }

    @Override
    public void count(OwnFact fact, @Nullable Integer value) {
        Place place = places.of(fact);
        if (value != null && place.figure >= 0) {
            ranks[place.figure] = place.thresholds.count(value);
        }
    }

    @Override
    public void derived(OwnFact fact, @Nullable BigDecimal value) {
        figure(fact, value);
    }

    @Override
    public void quotient(OwnFact fact, Quotient value) {
        Place place = places.of(fact);
        if (place.figure >= 0) {
            ranks[place.figure] = place.thresholds.quotient(value);
        }
    }

    @Override
    public void flag(OwnFact fact, @Nullable Boolean value) {
        Place place = places.of(fact);
        if (value != null && place.flag >= 0) {
            ranks[place.flag] = value ? 1 : 0;
        }
    }

    @Override
    public void word(OwnFact fact, String value) {
        Place place = places.of(fact);
        if (place.words != null) {
            ranks[place.word] = place.words.word(value);
        }
    }

    @Override
    public void missing(OwnFact fact) {
        // Keeps its rank.
    }

    @Override
    public void undefined(OwnFact fact, String reason) {
        Place place = places.of(fact);
        if (place.figure >= 0) {
            ranks[place.figure] = Slot.UNDEFINED;
        }
    }

    @Override
    public void stated(String fact, FactDefinition.Form form, Characteristic said) {
        Place place = places.of(fact);
        if (form == FactDefinition.Form.FIGURE && said.figure() != null) {
            rank(place, place.figure, place.thresholds.figure(said.figure()));
        } else if (form == FactDefinition.Form.FLAG && said.flag() != null) {
            rank(place, place.flag, said.flag() ? 1 : 0);
        } else if (form == FactDefinition.Form.WORD && said.word() != null) {
            rank(place, place.word, place.words == null ? Slot.MISSING : place.words.word(said.word()));
        }
    }

    /** What is said in one form is missing in the others, whatever is presumed of them. */
    private void rank(Place place, int said, int rank) {
        if (place.figure >= 0) {
            ranks[place.figure] = place.figure == said ? rank : Slot.MISSING;
        }
        if (place.flag >= 0) {
            ranks[place.flag] = place.flag == said ? rank : Slot.MISSING;
        }
        if (place.word >= 0) {
            ranks[place.word] = place.word == said ? rank : Slot.MISSING;
        }
    }
}
