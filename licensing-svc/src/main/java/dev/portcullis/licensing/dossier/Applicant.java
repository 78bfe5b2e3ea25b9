package dev.portcullis.licensing.dossier;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The company that applies and exports, as forms ask for it. What is not set is asked for on each form. */
@ConfigMapping(prefix = "portcullis.applicant")
public interface Applicant {
    /** The company's legal name. */
    Optional<String> name();

    /** Its street address. */
    Optional<String> address();

    /** Its employer identification number. */
    Optional<String> ein();

    /** Who answers questions of BIS. */
    Optional<String> contact();

    /** Under which telephone number. */
    Optional<String> telephone();
}
