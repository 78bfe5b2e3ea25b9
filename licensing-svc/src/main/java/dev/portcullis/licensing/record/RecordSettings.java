package dev.portcullis.licensing.record;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How records are kept. */
@ConfigMapping(prefix = "portcullis.records")
public interface RecordSettings {
    /** Whether records are deleted when they need not be kept any more. Off until a company decides so: what is deleted is gone. */
    @WithDefault("false")
    boolean delete();

    /** How often it is looked for records whose time has run out. */
    @WithDefault("1h")
    String expire();
}
