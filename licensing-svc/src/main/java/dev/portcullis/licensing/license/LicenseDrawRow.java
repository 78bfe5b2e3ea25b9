package dev.portcullis.licensing.license;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one release drew. The release's id is the key: it draws once. */
@Entity
@Table(name = "license_draw")
public class LicenseDrawRow {
    @Id
    @Column(name = "release_id")
    public String releaseId = "";

    @Column(name = "license_id")
    public String licenseId = "";

    public int line;
    public BigDecimal quantity = BigDecimal.ZERO;
    public @Nullable BigDecimal value;

    @Column(name = "drawn_at")
    public Instant drawnAt = Instant.EPOCH;
}
