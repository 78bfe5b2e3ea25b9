package dev.portcullis.platform.pulse;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/**
 * Work that is done step by step, each in a transaction of its own, until there is no more. A loop and no recursion: a step that calls for the next one inside itself
 * leaves as many callers waiting as there were steps, and after some thousands their answers do not fit the stack and never come.
 */
public final class Steps {
    private Steps() {}

    /**
     * Repeats a step as long as it says that there may be more.
     *
     * @param step does some of the work; true where there may be more, and false where there is none
     * @param most how often at most, so that whoever does the work looks up now and then; what is left is for the next call
     */
    public static Uni<Void> whileMore(Supplier<Uni<Boolean>> step, int most) {
        return Multi.createBy()
                .repeating()
                .<Boolean>uni(step::get)
                .whilst(more -> more)
                .select()
                .first(most)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
