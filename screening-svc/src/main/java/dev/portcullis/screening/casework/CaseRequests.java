package dev.portcullis.screening.casework;

import dev.portcullis.platform.problem.Problems;
import dev.portcullis.screening.cases.Case;
import dev.portcullis.screening.cases.Decision;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What people send to a case. */
final class CaseRequests {
    private static final int LONGEST_NOTE = 4000;
    private static final String DIGEST = "[0-9a-f]{64}";

    private CaseRequests() {}

    /**
     * What a person says of a case.
     *
     * @param outcome whether the party is the listed one
     * @param reasons codes of the policy
     * @param evidence SHA-256 digests of the documents that it rests on
     * @param until the last day of a clearance
     * @param note in plain words
     */
    public record DecisionRequest(
            Case.@NotNull Outcome outcome,
            @NotNull @Size(min = 1, max = 10) List<@NotNull @Size(max = 64) String> reasons,
            @Nullable @Size(max = 50) List<@NotNull @Size(max = 64) String> evidence,
            @Nullable LocalDate until,
            @Nullable @Size(max = LONGEST_NOTE) String note) {

        Decision by(String subject, Instant now) {
            return new Decision(subject, now, outcome, reasons, evidence == null ? List.of() : evidence, until);
        }
    }

    /** Why something is sent back or taken back. */
    public record ReasonRequest(
            @NotNull @Size(min = 1, max = LONGEST_NOTE) String reason) {
        String words() {
            return CaseRequests.words("/reason", reason);
        }
    }

    /** What is to be written down. */
    public record NoteRequest(
            @NotNull @Size(min = 1, max = LONGEST_NOTE) String text) {
        String words() {
            return CaseRequests.words("/text", text);
        }
    }

    /** Who is to look at a case; nobody where it is left out. */
    public record AssignmentRequest(
            @Nullable @Size(min = 1, max = 200) String assignee) {}

    /**
     * A document that a case rests on, which stays where it is.
     *
     * @param sha256 its digest, in hexadecimal
     * @param title what it is
     */
    public record EvidenceRequest(
            @NotNull @Size(max = 64) String sha256,
            @NotNull @Size(min = 1, max = 500) String title) {
        String digest() {
            if (!sha256.matches(DIGEST)) {
                throw Problems.unprocessable("/sha256", "must be a SHA-256 digest in 64 small hexadecimal digits");
            }
            return sha256;
        }

        String words() {
            return CaseRequests.words("/title", title);
        }
    }

    /**
     * Other figures of the matching profile, by the names that they have in it.
     *
     * @param figures each 0 to 1
     */
    public record WhatIfRequest(
            @NotNull @Size(min = 1, max = 30) Map<@NotNull @Size(max = 64) String, @NotNull Double> figures) {
        Map<String, Double> checked() {
            figures.forEach((name, value) -> {
                if (!OtherProfile.FIGURES.contains(name)) {
                    throw Problems.unprocessable(
                            "/figures", "may name " + String.join(", ", new TreeSet<>(OtherProfile.FIGURES)));
                }
                if (!(value >= 0 && value <= 1)) {
                    throw Problems.unprocessable("/figures/" + name, "must lie between 0 and 1");
                }
            });
            return Map.copyOf(figures);
        }
    }

    static @Nullable String plain(String pointer, @Nullable String text) {
        return text == null ? null : words(pointer, text);
    }

    private static String words(String pointer, String text) {
        if (text.isBlank() || text.indexOf('\0') >= 0) {
            throw Problems.unprocessable(pointer, "must hold a word, and no NUL character");
        }
        return text.strip();
    }
}
