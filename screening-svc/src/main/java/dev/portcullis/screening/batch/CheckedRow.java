package dev.portcullis.screening.batch;

import dev.portcullis.screening.screening.SubjectRequest;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A row that is in order, as it is stored until it is screened.
 *
 * @param line where it begins in the file
 */
@RegisterForReflection
public record CheckedRow(int line, SubjectRequest subject) {}
