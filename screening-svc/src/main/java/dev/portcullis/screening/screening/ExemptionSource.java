package dev.portcullis.screening.screening;

import io.smallrye.mutiny.Uni;
import java.util.Collection;

/** Where it is kept what people have decided of names. */
public interface ExemptionSource {
    /** What is decided of these subjects. Runs in the caller's session. */
    Uni<Exemptions> of(Collection<Subject> subjects);

    /**
     * Stands for all that is decided of names as the caller's session sees it: another text after any change, never the same again. Whoever screens
     * before the current editions are held asks for it before and after.
     */
    Uni<String> mark();
}
