package dev.portcullis.screening.signal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How signals are learned and streamed. */
@ConfigMapping(prefix = "portcullis.signals")
public interface SignalSettings {
    /** How often it is looked for new editions and for signals whose parties are to be looked at. */
    @WithDefault("1s")
    String watch();

    /** How long ago a signal may have been raised, unless its day is still to come, that parties which come or move later are tied to. */
    @WithDefault("P366D")
    Duration laterParties();

    /** How many may read the stream at once on one replica. */
    @WithDefault("100")
    int mostStreams();

    /** How long a stream lasts at the most; its reader then comes again with the id of the last event. */
    @WithDefault("PT15M")
    Duration streamDuration();

    /** How often a quiet stream says that it is alive. */
    @WithDefault("PT15S")
    Duration streamPulse();

    FederalRegister federalRegister();

    /** The Federal Register's JSON interface. Without an address it is not asked. */
    interface FederalRegister {
        /** Where the search is, {@code https://www.federalregister.gov/api/v1/documents.json} or a mirror of it. */
        Optional<String> url();

        /** The agencies whose documents are asked for, by the names that the interface has for them. */
        @WithDefault(
                "industry-and-security-bureau,foreign-assets-control-office,state-department,executive-office-of-the-president")
        List<String> agencies();

        /** How often it is asked. Issues come once a working day, and documents are added to past ones now and then. */
        @WithDefault("PT30M")
        Duration every();

        /** By how much, as a share of the time between two, requests are set apart at random. */
        @WithDefault("0.2")
        double jitter();

        /** The longest time until a source that failed is asked again. */
        @WithDefault("PT6H")
        Duration longestBackOff();

        /** How often it is looked whether it is time. */
        @WithDefault("10s")
        String look();

        /** How far back documents are asked for. */
        @WithDefault("14")
        int days();

        /** The most pages of one answer. */
        @WithDefault("20")
        int mostPages();

        /** How long one request may take, body included. */
        @WithDefault("PT30S")
        Duration requestTimeout();
    }
}
