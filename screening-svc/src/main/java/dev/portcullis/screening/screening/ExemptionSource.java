package dev.portcullis.screening.screening;

import io.smallrye.mutiny.Uni;
import java.util.Collection;

/** Where it is kept what people have decided of names. */
public interface ExemptionSource {
    /** What is decided of these subjects. Runs in the caller's session. */
    Uni<Exemptions> of(Collection<Subject> subjects);
}
