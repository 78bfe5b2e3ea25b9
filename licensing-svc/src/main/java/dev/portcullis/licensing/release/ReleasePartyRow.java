package dev.portcullis.licensing.release;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A party to a release: records must be found by party (15 CFR 762.5(c)). */
@Entity
@Table(name = "release_party")
@IdClass(ReleasePartyRow.Key.class)
public class ReleasePartyRow {
    @Id
    @Column(name = "release_id")
    public String releaseId = "";

    @Id
    @Column(name = "party_id")
    public String partyId = "";

    protected ReleasePartyRow() {}

    ReleasePartyRow(String releaseId, String partyId) {
        this.releaseId = releaseId;
        this.partyId = partyId;
    }

    /** The key of a row. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        public String releaseId = "";
        public String partyId = "";

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.releaseId.equals(releaseId) && key.partyId.equals(partyId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(releaseId, partyId);
        }
    }
}
