package dev.portcullis.licensing.signal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How what signals touch is looked for. */
@ConfigMapping(prefix = "portcullis.signals")
public interface SignalSettings {
    /** How often it is looked for signals whose impact is to be found. */
    @WithDefault("1s")
    String watch();

    /** Things that are looked at in one transaction, 1 to 1000. */
    @WithDefault("100")
    int page();

    /** How long a release counts as open: no record here tells that something has left. */
    @WithDefault("P90D")
    Duration releasesOpen();

    /** How far back determinations are determined again. */
    @WithDefault("P365D")
    Duration determinations();

    /** The most touched things of a kind that are kept for one signal; beyond them they are counted only. */
    @WithDefault("100000")
    int mostKept();

    /** How long a signal and its impact are kept: as long as the topic keeps it. */
    @WithDefault("P365D")
    Duration keep();

    /** How often it is looked for signals that are too old. */
    @WithDefault("10m")
    String clean();
}
