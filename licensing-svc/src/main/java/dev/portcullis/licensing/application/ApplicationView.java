package dev.portcullis.licensing.application;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An application as it is shown.
 *
 * @param application as it stands
 * @param due by when what is due, the nearest first
 * @param overdue whether a day has come
 * @param questions what must still be answered, of a draft; none after the approval
 * @param ledgerEntryId the ledger entry of the last change
 * @param changedAt when that was
 */
@RegisterForReflection
public record ApplicationView(
        Application application,
        List<Deadline> due,
        boolean overdue,
        List<String> questions,
        long ledgerEntryId,
        Instant changedAt) {
    public ApplicationView {
        due = List.copyOf(due);
        questions = List.copyOf(questions);
    }

    static boolean isOverdue(List<Deadline> due, LocalDate today) {
        return due.stream().anyMatch(one -> !one.day().isAfter(today));
    }
}
