package dev.portcullis.screening.signal;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.SignalState.Direction;
import dev.portcullis.contracts.SignalState.Effective;
import dev.portcullis.contracts.SignalState.Kind;
import dev.portcullis.contracts.SignalState.Stage;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a document of the Federal Register as a compliance officer would skim it. The same document and the same tables give the
 * same reading: there is no model, no network and no clock. Immutable and safe for any number of threads.
 */
public final class DocumentReader {
    private static final Pattern PROPOSES = DataFile.pattern(
            "\\bis proposing\\b|\\bproposes (?:to|controls|changes|amend)|advance notice of proposed|notice of proposed rulemaking");

    private final KindRules kinds = KindRules.shipped();
    private final CountryNames countryNames = CountryNames.shipped();
    private final ControlledItems items = ControlledItems.shipped();
    private final PartyNames partyNames = PartyNames.shipped();
    private final Directions directions = Directions.shipped();
    private final Agencies agencies = Agencies.shipped();

    /** What the document says. */
    public Reading read(FederalRegisterDocument document) {
        KindRules.Verdict verdict = kinds.verdict(document);
        Kind kind = verdict.kind();
        if (kind == null) {
            return unrelated(verdict);
        }
        Stage stage = stage(document, kind);
        Found<Effective> effective = EffectiveDates.of(document, stage);
        List<Found<String>> parties = partyNames.find(document);
        return new Reading(
                kind,
                verdict.rule(),
                verdict.reason(),
                stage,
                kind == Kind.NOTICE ? Direction.UNKNOWN : directions.direction(document, kind),
                countries(document, parties),
                items.find(document.text(), kind, day(document, effective)),
                parties,
                effective,
                agencies.find(document),
                Citations.find(document.text() + " " + (document.dates() == null ? "" : document.dates())));
    }

    /** A country in a party's own name is not where the document is aimed. */
    private List<Found<CountryCode>> countries(FederalRegisterDocument document, List<Found<String>> parties) {
        String text = document.text();
        for (Found<String> party : parties) {
            text = text.replace(party.value(), "");
        }
        return countryNames.find(text);
    }

    private static LocalDate day(FederalRegisterDocument document, @Nullable Found<Effective> effective) {
        return effective == null ? document.publishedOn() : effective.value().from();
    }

    private static Stage stage(FederalRegisterDocument document, Kind kind) {
        if (kind == Kind.NOTICE) {
            return Stage.INFORMATION;
        }
        String type = document.type();
        boolean proposed = type == null || type.isBlank()
                ? PROPOSES.matcher(document.text()).find()
                : type.toLowerCase(java.util.Locale.ROOT).startsWith("proposed");
        return proposed ? Stage.PROPOSED : Stage.FINAL;
    }

    private static Reading unrelated(KindRules.Verdict verdict) {
        return new Reading(
                null,
                verdict.rule(),
                verdict.reason(),
                Stage.INFORMATION,
                Direction.UNKNOWN,
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of());
    }
}
