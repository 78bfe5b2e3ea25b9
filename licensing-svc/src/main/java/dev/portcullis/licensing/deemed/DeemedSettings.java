package dev.portcullis.licensing.deemed;

import dev.portcullis.contracts.DeterminationState.Activity;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How answers for situations are kept. */
@ConfigMapping(prefix = "portcullis.deemed")
public interface DeemedSettings {
    /** How often it is looked for what has become due, an ISO 8601 duration. */
    @WithDefault("PT0.1S")
    Duration watch();

    /**
     * How long after the last time when nothing was due the answers may still be relied on. Bounds the time for which a change of an item
     * or a license could go unseen while answers are being determined anew.
     */
    @WithDefault("PT60S")
    Duration limit();

    /** The activities that are answered for: a release in the United States, and one abroad. */
    @WithDefault("DEEMED_EXPORT,DEEMED_REEXPORT")
    List<Activity> activities();
}
