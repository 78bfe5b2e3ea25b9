package dev.portcullis.screening.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * What the hits of a profile on a list came to.
 *
 * @param profile the version of the matching profile
 * @param list the code of the list
 * @param hits how often a hit opened a case, or opened it again
 * @param cleared how often two people found somebody else
 * @param confirmed how often two people found the listed one
 * @param open how many wait for people now
 * @param secondsToDecideMedian half of the decisions took no longer, in seconds from the opening; absent where there is none
 * @param secondsToDecide95 95 % of them took no longer
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseFigures(
        String profile,
        String list,
        long hits,
        long cleared,
        long confirmed,
        long open,
        @Nullable Double secondsToDecideMedian,
        @Nullable Double secondsToDecide95) {}
