package dev.portcullis.licensing.regulation;

import org.jspecify.annotations.Nullable;

/**
 * What it means that a party stands on a list.
 *
 * @param list the list's code; {@code *} speaks of all that are not named
 * @param effect what follows
 * @param policy how applications are reviewed
 * @param citation where it stands
 * @param what in our own words
 * @param statement the document that is needed before an export without a license; null where none is
 * @param statementQuestion asks for it
 * @param earOnly whether it speaks of items subject to the EAR alone
 */
public record ListEffect(
        String list,
        Effect effect,
        @Nullable ReviewPolicy policy,
        String citation,
        String what,
        @Nullable String statement,
        @Nullable String statementQuestion,
        boolean earOnly) {
    public enum Effect {
        PROHIBITED,
        LICENSE_REQUIRED,
        NO_EXCEPTION,
        REVIEW
    }
}
