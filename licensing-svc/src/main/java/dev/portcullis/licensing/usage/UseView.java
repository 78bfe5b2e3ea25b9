package dev.portcullis.licensing.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.licensing.license.Coverage;
import dev.portcullis.licensing.license.MovementView;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What a reference moved.
 *
 * @param reference the reference
 * @param movements each movement, with the balance after it
 * @param considered how each license covers its part; only in the answer to the request that moved it
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record UseView(String reference, List<MovementView> movements, List<Coverage> considered) {
    public UseView {
        movements = List.copyOf(movements);
        considered = List.copyOf(considered);
    }
}
