package dev.portcullis.screening.signal;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.platform.digest.Sha256;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger keeps of a signal for ever: no name and no text, which may be a person's.
 *
 * @param cause why there is a new version
 * @param origin what it was learned from
 * @param kind what happened
 * @param countries the countries that it is aimed at
 * @param eccns the entries of the Commerce Control List
 * @param effectiveFrom the first day on which it binds
 * @param digest SHA-256 of the stored text, in hexadecimal
 * @param by the subject of the person who posted or acknowledged it
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record SignalFact(
        Cause cause,
        String origin,
        String kind,
        List<String> countries,
        List<String> eccns,
        @Nullable String effectiveFrom,
        String digest,
        @Nullable String by) {

    /** Why a signal got a new version. */
    @RegisterForReflection
    enum Cause {
        RAISED,
        ACKNOWLEDGED
    }

    static SignalFact of(Signal signal, Cause cause, String content, @Nullable String by) {
        News news = signal.news();
        return new SignalFact(
                cause,
                signal.origin(),
                news.kind().name(),
                news.countries().stream().map(Object::toString).toList(),
                news.eccns().stream().map(Object::toString).toList(),
                news.effective() == null ? null : news.effective().from().toString(),
                Sha256.of(content),
                by);
    }
}
