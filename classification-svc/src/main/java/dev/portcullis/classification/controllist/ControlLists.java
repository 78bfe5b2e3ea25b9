package dev.portcullis.classification.controllist;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** The control list in use. A service whose list cannot be read does not start. */
@Startup
@ApplicationScoped
public class ControlLists {
    private final ControlList shipped = ControlListFile.shipped();

    /** The edition in use. */
    public ControlList current() {
        return shipped;
    }
}
