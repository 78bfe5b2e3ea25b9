package dev.portcullis.screening.risk;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.CountryCode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the company thinks of a country. It makes a level stricter and never milder than the law's.
 *
 * @param id opaque id, prefix {@code cvw}
 * @param country the country
 * @param level the level
 * @param from the first day
 * @param until the last day, where it has one
 * @param reason why
 * @param madeAt when it was said
 * @param madeBy who said it
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CompanyView(
        String id,
        CountryCode country,
        Level level,
        LocalDate from,
        @Nullable LocalDate until,
        String reason,
        Instant madeAt,
        String madeBy) {}
