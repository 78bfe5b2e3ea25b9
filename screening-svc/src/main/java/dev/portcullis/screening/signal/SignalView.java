package dev.portcullis.screening.signal;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.SignalState.Direction;
import dev.portcullis.contracts.SignalState.Effective;
import dev.portcullis.contracts.SignalState.Kind;
import dev.portcullis.contracts.SignalState.Source;
import dev.portcullis.contracts.SignalState.Stage;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A signal as callers see it. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SignalView(
        String id,
        long version,
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
        String origin,
        List<Evidence> evidence,
        Instant raisedAt,
        @Nullable String raisedBy,
        List<Signal.Acknowledgment> acknowledgments,
        Signal.Impact impact) {

    static SignalView of(Signal signal) {
        News news = signal.news();
        return new SignalView(
                signal.id(),
                signal.version(),
                news.kind(),
                news.source(),
                news.stage(),
                news.direction(),
                news.title(),
                news.text(),
                news.publishedOn(),
                news.effective(),
                news.eccns(),
                news.countries(),
                news.parties(),
                news.citation(),
                news.url(),
                signal.origin(),
                news.evidence(),
                signal.raisedAt(),
                signal.raisedBy(),
                signal.acknowledgments(),
                signal.impact());
    }
}
