package dev.portcullis.personnel.intake;

import io.smallrye.config.ConfigMapping;
import java.util.Map;
import java.util.Optional;

/** Other systems from which facts of persons come. None is set by default. */
@ConfigMapping(prefix = "portcullis.intake")
public interface IntakeSettings {
    /** By the name that stands in the address. */
    Map<String, Feed> feeds();

    /** One system. */
    interface Feed {
        /** {@code workday-delta} or {@code bamboohr}, which come with this service, or the path of a mapping file. */
        String mapping();

        /** The private key with which its webhooks are signed; without one it delivers files only. */
        Optional<String> webhookKey();
    }
}
