package dev.portcullis.licensing.regulation;

import dev.portcullis.platform.digest.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/** Tells one state of the law files from another. Their edition does not: a file can be corrected within its edition. */
public final class LawDigest {
    /** Every file of the folder; a native executable cannot list it. */
    static final List<String> FILES = List.of(
            "application-deadlines.json",
            "chart-footnotes.json",
            "control-rows.json",
            "country-chart.csv",
            "country-group-changes.csv",
            "country-groups.csv",
            "destination-control.json",
            "embargoes.json",
            "end-uses.json",
            "exceptions.json",
            "export-information.json",
            "fact-questions.json",
            "jurisdiction.json",
            "license-application.json",
            "license-codes.json",
            "license-rules.json",
            "list-controls.json",
            "list-effects.json",
            "ownership-effects.json",
            "red-flags.json",
            "review-policies.json",
            "statements.json",
            "support-documents.json");

    private LawDigest() {}

    /** SHA-256 of the shipped files and their names, in hexadecimal digits. */
    public static String shipped() {
        try {
            MessageDigest digest = Sha256.start();
            for (String file : FILES) {
                try (InputStream in = LawDigest.class.getResourceAsStream("/law/" + file)) {
                    if (in == null) {
                        throw new IllegalStateException("the law file " + file + " is missing");
                    }
                    digest.update((file + "\n").getBytes(StandardCharsets.UTF_8));
                    digest.update(Sha256.start().digest(in.readAllBytes()));
                }
            }
            return Sha256.hex(digest);
        } catch (IOException e) {
            throw new UncheckedIOException("a law file cannot be read", e);
        }
    }
}
