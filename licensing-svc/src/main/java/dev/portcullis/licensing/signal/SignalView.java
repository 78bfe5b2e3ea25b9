package dev.portcullis.licensing.signal;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.SignalState;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A signal as it is shown, with how far it is known what it touches.
 *
 * @param signal the signal, as screening-svc told it last
 * @param day the day whose law it brings
 * @param impact what it touches
 */
@RegisterForReflection
record SignalView(SignalState signal, LocalDate day, Summary impact) {
    /**
     * What a signal touches, in figures.
     *
     * @param complete whether everything was looked at
     * @param lookingAt what is looked at now; absent when complete
     * @param counts touched things by kind, so far
     * @param differing releases and determinations whose answer is another on the signal's day; absent for readers who see no determinations
     * @param why why it touches nothing, or only little; absent where it names what can be looked for
     * @param since when the looking began
     * @param at when it was complete
     * @param againOn the day on which it takes effect and is looked at again; absent where it has come
     * @param held whether it is kept beyond its time
     * @param holdReason why
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Summary(
            boolean complete,
            @Nullable String lookingAt,
            Map<String, Long> counts,
            @Nullable Long differing,
            @Nullable String why,
            Instant since,
            @Nullable Instant at,
            @Nullable LocalDate againOn,
            boolean held,
            @Nullable String holdReason) {}
}
