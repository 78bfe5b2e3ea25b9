package dev.portcullis.screening.goodguy;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.screening.cases.Case;
import dev.portcullis.screening.cases.Decision;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger keeps of a step for ever: names by their digests only.
 *
 * @param state where it stands after the step
 * @param names digests of the names
 * @param entries the entries, as {@code list/entry}
 * @param by the subject of the person who took the step; absent where time did
 * @param reasons codes of the policy
 * @param evidence digests of documents
 * @param until the last day on which it clears anything
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record GoodGuyFact(
        GoodGuy.State state,
        Set<String> names,
        List<String> entries,
        @Nullable String by,
        List<String> reasons,
        List<String> evidence,
        @Nullable LocalDate until) {
    static GoodGuyFact of(GoodGuy one, @Nullable String by) {
        Decision decision = one.pairs().stream()
                .map(Case::proposal)
                .filter(proposal -> proposal != null)
                .findFirst()
                .orElse(null);
        return new GoodGuyFact(
                one.state(),
                GoodGuy.digests(one.who().side()),
                one.pairs().stream()
                        .map(pair -> pair.pair().list() + "/" + pair.pair().entryId())
                        .toList(),
                by,
                decision == null ? List.of() : decision.reasons(),
                decision == null ? List.of() : decision.evidence(),
                one.until());
    }
}
