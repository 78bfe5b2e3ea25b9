package dev.portcullis.personnel.person;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A person's key, wrapped by the master key. Deleting it erases the person. */
@Entity
@Table(name = "person_key")
public class PersonKeyRow {
    @Id
    @Column(name = "person_id")
    String personId = "";

    @Column(name = "master_key_id")
    String masterKeyId = "";

    byte[] wrapped = new byte[0];

    /** For the mapper only. */
    protected PersonKeyRow() {}

    PersonKeyRow(String personId, String masterKeyId, byte[] wrapped) {
        this.personId = personId;
        this.masterKeyId = masterKeyId;
        this.wrapped = wrapped;
    }
}
