package dev.portcullis.screening.screening;

import dev.portcullis.screening.list.ListedParty;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is decided of somebody of whom nothing is known but what was asked. */
record DecidedOfName(Exemptions exemptions, Subject subject, LocalDate day) implements Decided {
    @Override
    public @Nullable Clearance clearance(ListedParty entry) {
        return exemptions.of(subject, entry, day);
    }

    @Override
    public List<Finding.Hit> confirm(List<Finding.Hit> found) {
        return found;
    }
}
