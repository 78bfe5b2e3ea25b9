package dev.portcullis.platform.thing;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "thing")
public class ThingRow {
    @Id
    String id = "";

    long version;
    String name = "";
}
