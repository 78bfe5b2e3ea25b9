package dev.portcullis.screening.risk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The company's view of a country as it is stored. */
@Entity
@Table(name = "country_view")
class CountryViewRow {
    @Id
    String id = "";

    String country = "";
    String level = "";

    @Column(name = "from_day")
    LocalDate fromDay = LocalDate.EPOCH;

    @Nullable
    @Column(name = "until_day")
    LocalDate untilDay;

    String reason = "";

    @Column(name = "made_at")
    Instant madeAt = Instant.EPOCH;

    @Column(name = "made_by")
    String madeBy = "";
}
