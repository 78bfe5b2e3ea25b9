package dev.portcullis.personnel.group;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** That a person is in a group. */
@Entity
@IdClass(GroupMemberRow.Key.class)
@Table(name = "scim_group_member")
public class GroupMemberRow {
    @Id
    @Column(name = "group_id")
    String groupId = "";

    @Id
    @Column(name = "person_id")
    String personId = "";

    /** For the mapper only. */
    protected GroupMemberRow() {}

    /** What tells two memberships apart. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        String groupId = "";
        String personId = "";

        /** For the mapper only. */
        public Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.groupId.equals(groupId) && key.personId.equals(personId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(groupId, personId);
        }
    }
}
