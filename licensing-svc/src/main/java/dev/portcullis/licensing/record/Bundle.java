package dev.portcullis.licensing.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.licensing.application.FiledApplication;
import dev.portcullis.licensing.explain.Explained;
import dev.portcullis.platform.ledger.Ledger.Evidence;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;

/**
 * All about one transaction, before it is packed.
 *
 * @param whole the record with its release
 * @param releaseBytes the release as it is stored, byte for byte
 * @param determinationBytes the determination as it is stored, byte for byte
 * @param explained the determination for people
 * @param applications that its determination asked for
 * @param ledger the proof of every entry, for one checkpoint
 * @param proved which digest each entry's payload holds, or what it tells
 */
record Bundle(
        WholeRecord whole,
        byte[] releaseBytes,
        byte[] determinationBytes,
        Explained explained,
        List<FiledApplication> applications,
        Evidence ledger,
        List<Map<String, String>> proved) {
    Bundle {
        applications = List.copyOf(applications);
        proved = List.copyOf(proved);
    }

    /**
     * What the archive holds, so that each part can be checked.
     *
     * @param release the release that it is about
     * @param issuedAt when it was made
     * @param by subject of the caller
     * @param howToCheck for people
     * @param proved which entry of {@code ledger.json} proves which part
     * @param parts all but this one
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Manifest(
            String release,
            String issuedAt,
            String by,
            String howToCheck,
            List<Map<String, String>> proved,
            List<Archive.Entry> parts) {}
}
