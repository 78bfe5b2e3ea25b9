package dev.portcullis.licensing.determination;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.CountryCode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an item gets where it goes.
 *
 * @param means how it is given
 * @param from the country that it leaves; left out where that is the United States
 * @param transit the countries through which it passes (15 CFR 736.2(b)(8))
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Route(
        Means means,
        @Nullable CountryCode from,
        @Size(max = 20) List<@NotNull CountryCode> transit) {
    public Route {
        means = means == null ? Means.SHIPMENT : means;
        transit = transit == null ? List.of() : List.copyOf(transit);
    }

    /** How an item is given. */
    public enum Means {
        /** A thing is carried. */
        SHIPMENT,
        /** Software or technology is sent or made available (15 CFR 734.13(a)(1), 734.15). */
        ELECTRONIC,
        /** Somebody uses the item where it stands, over a network, and receives nothing of it. */
        CLOUD_ACCESS
    }
}
