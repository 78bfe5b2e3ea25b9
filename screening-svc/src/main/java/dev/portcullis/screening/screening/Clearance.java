package dev.portcullis.screening.screening;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;

/**
 * What people have decided: an entry is not who is screened.
 *
 * @param id the case, or the entry of the good-guy list, that says so
 * @param until the last day on which it holds
 */
@RegisterForReflection
public record Clearance(String id, LocalDate until) {}
