package dev.portcullis.screening.signal;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.SignalState;
import dev.portcullis.contracts.SignalState.Direction;
import dev.portcullis.contracts.SignalState.Effective;
import dev.portcullis.contracts.SignalState.Kind;
import dev.portcullis.contracts.SignalState.Source;
import dev.portcullis.contracts.SignalState.Stage;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a signal says, before it has an id. See {@link SignalState} for the fields that others read.
 *
 * @param evidence the words that it was read from
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record News(
        Kind kind,
        Source source,
        Stage stage,
        Direction direction,
        String title,
        String text,
        LocalDate publishedOn,
        @Nullable Effective effective,
        List<Eccn> eccns,
        List<CountryCode> countries,
        List<String> parties,
        @Nullable String citation,
        @Nullable String url,
        List<Evidence> evidence) {
    /** The most characters of a title and of a text, and the most parties, that a signal carries; its citation leads to the rest. */
    public static final int LONGEST_TITLE = 500;

    public static final int LONGEST_TEXT = 4_000;
    public static final int MOST_PARTIES = 200;

    public News {
        title = cut(title, LONGEST_TITLE);
        text = cut(text, LONGEST_TEXT);
        eccns = List.copyOf(eccns);
        countries = List.copyOf(countries);
        parties = parties.stream().limit(MOST_PARTIES).toList();
        evidence = List.copyOf(evidence);
    }

    /** What a document says; nothing where it is of no concern. */
    static Optional<News> of(FederalRegisterDocument document, Reading reading) {
        Kind kind = reading.kind();
        if (kind == null) {
            return Optional.empty();
        }
        Found<Effective> effective = reading.effective();
        return Optional.of(new News(
                kind,
                Source.FEDERAL_REGISTER,
                reading.stage(),
                reading.direction(),
                document.title(),
                document.summary(),
                document.publishedOn(),
                effective == null ? null : effective.value(),
                reading.eccns().stream().map(Found::value).toList(),
                reading.countries().stream().map(Found::value).toList(),
                reading.parties().stream().map(Found::value).toList(),
                document.citation(),
                document.url(),
                evidence(reading, kind)));
    }

    private static List<Evidence> evidence(Reading reading, Kind kind) {
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(new Evidence("kind", kind.name(), reading.rule() + ": " + reading.reason()));
        Found<Effective> effective = reading.effective();
        if (effective != null) {
            evidence.add(new Evidence(
                    "effective", effective.value().from().toString(), cut(effective.words(), LONGEST_TITLE)));
        }
        reading.countries().forEach(found -> evidence.add(evidence("country", found)));
        reading.eccns().forEach(found -> evidence.add(evidence("eccn", found)));
        reading.parties().forEach(found -> evidence.add(evidence("party", found)));
        reading.agencies().forEach(found -> evidence.add(evidence("agency", found)));
        return evidence;
    }

    private static Evidence evidence(String field, Found<?> found) {
        return new Evidence(field, found.value().toString(), cut(found.words(), LONGEST_TITLE));
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    /** The state of a signal that says this. */
    SignalState toState(String id, long version, Instant raisedAt, @Nullable Instant acknowledgedAt) {
        return new SignalState(
                id,
                version,
                kind,
                source,
                stage,
                direction,
                title,
                text,
                publishedOn,
                effective,
                eccns,
                countries,
                parties,
                citation,
                url,
                raisedAt,
                acknowledgedAt);
    }
}
