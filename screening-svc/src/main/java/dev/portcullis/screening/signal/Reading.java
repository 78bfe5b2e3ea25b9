package dev.portcullis.screening.signal;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.SignalState.Direction;
import dev.portcullis.contracts.SignalState.Effective;
import dev.portcullis.contracts.SignalState.Kind;
import dev.portcullis.contracts.SignalState.Stage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read from a document, each thing with the words that it was read from.
 *
 * @param kind what happened; null where the document is of no concern, and then there is nothing else
 * @param rule the rule that told the kind
 * @param reason why that rule says so
 * @param stage whether it binds
 * @param direction which way it moves what is permitted
 * @param countries the countries that it is aimed at
 * @param eccns the entries of the Commerce Control List that it names or describes
 * @param parties the parties that it names
 * @param effective from when it binds
 * @param agencies who issued it
 * @param citations what it cites
 */
public record Reading(
        @Nullable Kind kind,
        String rule,
        String reason,
        Stage stage,
        Direction direction,
        List<Found<CountryCode>> countries,
        List<Found<Eccn>> eccns,
        List<Found<String>> parties,
        @Nullable Found<Effective> effective,
        List<Found<String>> agencies,
        List<String> citations) {
    public Reading {
        countries = List.copyOf(countries);
        eccns = List.copyOf(eccns);
        parties = List.copyOf(parties);
        agencies = List.copyOf(agencies);
        citations = List.copyOf(citations);
    }
}
