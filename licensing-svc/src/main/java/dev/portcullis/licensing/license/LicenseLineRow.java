package dev.portcullis.licensing.license;

import dev.portcullis.licensing.measure.Units;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A line of a license as stored. */
@Entity
@Table(name = "license_line")
@IdClass(LicenseLineRow.Key.class)
public class LicenseLineRow {
    @Id
    @Column(name = "license_id")
    public String licenseId = "";

    @Id
    public int line;

    public String eccn = "";

    @Column(name = "item_id")
    public @Nullable String itemId;

    public @Nullable BigDecimal quantity;

    @Column(name = "quantity_drawn")
    public BigDecimal quantityDrawn = BigDecimal.ZERO;

    public @Nullable BigDecimal value;

    @Column(name = "value_drawn")
    public BigDecimal valueDrawn = BigDecimal.ZERO;

    public @Nullable String currency;

    /** Unit of the quantities. */
    public String unit = Units.ONE;

    @Column(name = "quantity_excess")
    public BigDecimal quantityExcess = BigDecimal.ZERO;

    @Column(name = "value_excess")
    public BigDecimal valueExcess = BigDecimal.ZERO;

    public BigDecimal shortfall = BigDecimal.ZERO;

    @Column(name = "quantity_assigned")
    public BigDecimal quantityAssigned = BigDecimal.ZERO;

    @Column(name = "value_assigned")
    public BigDecimal valueAssigned = BigDecimal.ZERO;

    /** The key of a line. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        public String licenseId = "";
        public int line;

        public Key() {}

        public Key(String licenseId, int line) {
            this.licenseId = licenseId;
            this.line = line;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.licenseId.equals(licenseId) && key.line == line;
        }

        @Override
        public int hashCode() {
            return Objects.hash(licenseId, line);
        }
    }
}
