package dev.portcullis.classification.program;

import org.jspecify.annotations.Nullable;

/** Where the ranks of one fact stand, by the forms in which rules ask for it; less than 0 where none does. */
final class Place {
    static final Place NOWHERE = new Place();

    int figure = -1;
    int flag = -1;
    int word = -1;
    Slot.@Nullable Word words;

    /** The thresholds of the figure; none where no rule asks for one. */
    FigureSlot thresholds = FigureSlot.NONE;

    void add(Slot.OfFact slot, int index) {
        if (slot instanceof FigureSlot asked) {
            figure = index;
            thresholds = asked;
        } else if (slot instanceof Slot.Word asked) {
            word = index;
            words = asked;
        } else {
            flag = index;
        }
    }

    boolean asked() {
        return figure >= 0 || flag >= 0 || word >= 0;
    }
}
