package dev.portcullis.screening.stake;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * A change of what a source tells: a file, or what a person has told of one party.
 *
 * @param id its id
 * @param source the name of the source
 * @param format {@code CSV}, {@code FTM}, or {@value #PERSON}
 * @param digest SHA-256 of the file, in hexadecimal
 * @param bytes the file's size
 * @param stakes how many stakes it tells
 * @param added how many of them the source had not told before
 * @param ended how many that the source had told it tells no longer
 * @param parties how many kept parties the change reaches; they are assessed again at once, in the background
 * @param loadedAt when it was taken in
 * @param loadedBy who sent it
 */
@RegisterForReflection
public record StakeImport(
        String id,
        String source,
        String format,
        String digest,
        long bytes,
        int stakes,
        int added,
        int ended,
        int parties,
        Instant loadedAt,
        String loadedBy) {

    /** The format of what a person tells. */
    public static final String PERSON = "PERSON";

    /** The same with what the change did. */
    public StakeImport done(int nowAdded, int nowEnded, int reached) {
        return new StakeImport(
                id, source, format, digest, bytes, stakes, nowAdded, nowEnded, reached, loadedAt, loadedBy);
    }
}
