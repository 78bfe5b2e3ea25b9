package dev.portcullis.personnel.person;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A mark by which a person is found: see {@link SearchMarks}. */
@Entity
@IdClass(PersonMarkRow.Key.class)
@Table(name = "person_mark")
public class PersonMarkRow {
    @Id
    String mark = "";

    @Id
    @Column(name = "person_id")
    String personId = "";

    /** For the mapper only. */
    protected PersonMarkRow() {}

    /** What tells two marks apart. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        String mark = "";
        String personId = "";

        /** For the mapper only. */
        public Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.mark.equals(mark) && key.personId.equals(personId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(mark, personId);
        }
    }
}
