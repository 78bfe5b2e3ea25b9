package dev.portcullis.licensing.record;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What persons tell of a shipment; it takes the place of all that was told before.
 *
 * @param answers by field of the Electronic Export Information
 * @param events after the export
 */
@RegisterForReflection
public record Shipment(
        @Size(max = 100) Map<@NotBlank @Size(max = 64) String, @NotNull @Size(max = 4000) String> answers,
        @Size(max = 100) List<@NotNull @Valid KeptEvent> events) {
    public Shipment {
        // A null inside is a fault that validation tells by its place.
        answers = answers == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(answers));
        events = events == null ? List.of() : Collections.unmodifiableList(new java.util.ArrayList<>(events));
    }
}
