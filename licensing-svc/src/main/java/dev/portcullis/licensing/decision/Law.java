package dev.portcullis.licensing.decision;

import dev.portcullis.licensing.facts.FactSnapshot;
import dev.portcullis.licensing.hold.Hold;
import java.time.LocalDate;
import java.util.List;

/** The law of a day, asked about one transaction. No I/O, no clock: the same question has the same answer. */
public interface Law {
    /**
     * Rules on a transaction.
     *
     * @param transaction what is to happen
     * @param facts what is known; a fact that is missing or not fresh never permits
     * @param holds the is-informed letters that were not withdrawn, whatever their dates
     * @param asOf the day whose law applies
     */
    Ruling rule(Transaction transaction, FactSnapshot facts, List<Hold> holds, LocalDate asOf);
}
