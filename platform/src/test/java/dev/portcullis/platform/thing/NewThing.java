package dev.portcullis.platform.thing;

import dev.portcullis.contracts.CountryCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

public record NewThing(
        @NotBlank @Size(max = 100) String name,
        @Nullable CountryCode country,
        @Nullable List<@Valid Part> parts) {
    public record Part(
            @NotBlank String label, @PositiveOrZero double weight) {}
}
