package dev.portcullis.screening.risk;

import dev.portcullis.contracts.CountryCode;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;

/** Stores what the company thinks of countries. All operations run in the caller's transaction or session. */
@ApplicationScoped
public class CountryViews implements PanacheRepositoryBase<CountryViewRow, String> {
    /** What the company thinks of a country on a day; of several views the last one counts. */
    Uni<Optional<CompanyView>> view(CountryCode country, LocalDate asOf) {
        return find(
                        "country = ?1 and fromDay <= ?2 and (untilDay is null or untilDay >= ?2) order by id desc",
                        country.value(),
                        asOf)
                .firstResult()
                .map(row -> Optional.ofNullable(row).map(CountryViews::view));
    }

    /** Stores a view. */
    Uni<Void> add(CompanyView view) {
        CountryViewRow row = new CountryViewRow();
        row.id = view.id();
        row.country = view.country().value();
        row.level = view.level().name();
        row.fromDay = view.from();
        row.untilDay = view.until();
        row.reason = view.reason();
        row.madeAt = view.madeAt();
        row.madeBy = view.madeBy();
        return persist(row).replaceWithVoid();
    }

    private static CompanyView view(CountryViewRow row) {
        return new CompanyView(
                row.id,
                CountryCode.of(row.country),
                Level.valueOf(row.level),
                row.fromDay,
                row.untilDay,
                row.reason,
                row.madeAt,
                row.madeBy);
    }
}
