package dev.portcullis.personnel.source;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long HR may be silent. */
@ConfigMapping(prefix = "portcullis.hr")
public interface HrSettings {
    /**
     * How long after an HR system's last word its facts may still permit anything, an ISO 8601 duration. A nightly synchronization and two
     * hours where left out. What happened in the meantime and was not told is what this bounds: keep it as short as HR allows.
     */
    @WithDefault("PT26H")
    Duration limit();

    /** How often it is looked for words that other replicas heard. */
    @WithDefault("PT0.5S")
    Duration watch();
}
