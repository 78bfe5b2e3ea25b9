package dev.portcullis.screening.ownlist;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.platform.digest.Sha256;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger keeps of a step for ever: no name, which may be a person's.
 *
 * @param list the list
 * @param state where the entry stands after the step
 * @param from first day
 * @param until last day
 * @param by the subject of the person who took the step
 * @param reference the letter's reference
 * @param digest SHA-256 of name and reason, in hexadecimal
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record OwnEntryFact(
        String list,
        String state,
        LocalDate from,
        @Nullable LocalDate until,
        String by,
        @Nullable String reference,
        String digest) {
    static OwnEntryFact of(OwnEntry entry, String by) {
        OwnEntry.Content content = entry.content();
        return new OwnEntryFact(
                content.list().name(),
                entry.state().name(),
                content.from(),
                content.until(),
                by,
                content.reference(),
                Sha256.of(content.name() + "\n" + content.reason()));
    }
}
