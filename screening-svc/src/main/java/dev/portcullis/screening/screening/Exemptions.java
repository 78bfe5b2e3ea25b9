package dev.portcullis.screening.screening;

import dev.portcullis.screening.list.ListedParty;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What people have decided of names, beside what they have decided of parties. */
@FunctionalInterface
public interface Exemptions {
    /** By what somebody of a name is known not to be an entry; nothing where it is not known. */
    @Nullable
    Clearance of(Subject subject, ListedParty entry, LocalDate day);

    /** Nothing is decided of any name. */
    static Exemptions none() {
        return (subject, entry, day) -> null;
    }

    /** What is decided of one subject on a day, where nothing else is. */
    default Decided decided(Subject subject, LocalDate day) {
        return new DecidedOfName(this, subject, day);
    }
}
