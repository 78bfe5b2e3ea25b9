package dev.portcullis.classification.controllist;

import dev.portcullis.classification.rules.RuleBookFile;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** The law in use. A service whose law cannot be read does not start. */
@Startup
@ApplicationScoped
public class ControlLists {
    private final Law shipped = new Law(ControlListFile.shipped(), RuleBookFile.shipped());

    /** The edition in use with its rules. */
    public Law current() {
        return shipped;
    }
}
