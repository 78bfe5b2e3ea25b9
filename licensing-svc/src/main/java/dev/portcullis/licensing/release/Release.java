package dev.portcullis.licensing.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.Money;
import dev.portcullis.contracts.ReleaseState;
import dev.portcullis.contracts.ReleaseState.Decision;
import dev.portcullis.licensing.decision.Determination;
import dev.portcullis.licensing.decision.Disclosure;
import dev.portcullis.licensing.license.Drawing;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision of the gate as it was made, never changed afterwards. A gate that stayed shut is a decision too.
 *
 * @param id opaque id
 * @param decision whether the gate opened
 * @param authority what permits: {@code NLR}, an exception's symbol or a license number; absent where nothing does
 * @param reasons why, in words, the weightiest first
 * @param quantity units
 * @param value their value; absent where it was not stated
 * @param determination the determination on which it rests, with each step and fact
 * @param license what came of the wish to draw on a license; absent where none was required
 * @param decidedAt when
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Release(
        String id,
        Decision decision,
        @Nullable String authority,
        List<String> reasons,
        BigDecimal quantity,
        @Nullable Money value,
        Determination determination,
        @Nullable Drawing license,
        Instant decidedAt) {
    public Release {
        reasons = List.copyOf(reasons);
    }

    /** The same as a reader is shown it. */
    Release shown(Disclosure disclosure) {
        if (!disclosure.withholds(determination.transaction())) {
            return this;
        }
        Determination shown = disclosure.of(determination);
        return new Release(
                id, decision, null, Verdict.inWords(decision, shown), quantity, value, shown, null, decidedAt);
    }

    /** The state as other services see it: a topic has readers of every kind, so it tells nobody's nationality. */
    ReleaseState toState() {
        Release shown = shown(Disclosure.WITHOUT_NATIONALITY);
        return new ReleaseState(
                id,
                1,
                determination.id(),
                determination.transaction().itemId(),
                determination.transaction().partyIds(),
                determination.transaction().personId(),
                shown.determination.destination(),
                decision,
                shown.authority,
                quantity,
                decidedAt);
    }
}
