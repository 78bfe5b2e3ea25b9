package dev.portcullis.licensing.application;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;

/**
 * A day by which something is due.
 *
 * @param kind such as {@code DECISION}
 * @param day the last day
 * @param basis whether the law sets it or the company
 * @param words what is due
 * @param citation where it stands
 */
@RegisterForReflection
public record Deadline(String kind, LocalDate day, String basis, String words, String citation) {}
