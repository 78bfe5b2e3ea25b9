package dev.portcullis.screening.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.portcullis.contracts.PartyState;
import dev.portcullis.screening.screening.Exemptions;
import dev.portcullis.screening.screening.Finding;
import dev.portcullis.screening.screening.Screener;
import dev.portcullis.screening.screening.Subject;
import dev.portcullis.screening.screening.SubjectRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Screens the rows of one chunk on as many threads as call {@link #work}. Results are compressed slice by slice where they arise, so that
 * memory holds one slice a thread as text, however many hits the rows have.
 */
final class ChunkScreening {
    private static final int SLICE = 100;

    private final Screener screener;
    private final double threshold;
    private final Instant now;
    private final LocalDate day;
    private final ObjectWriter writer;
    private final List<CheckedRow> rows;
    private final Slice[] slices;
    private final AtomicInteger next = new AtomicInteger();

    private record Slice(byte[] text, int possible, int listed) {}

    /** @param input the rows as they were stored */
    ChunkScreening(ObjectMapper json, Screener screener, byte[] input, double threshold, Instant now) {
        this.day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        this.screener = screener;
        this.threshold = Math.max(threshold, screener.threshold());
        this.now = now;
        this.writer = json.writerFor(RowResult.class);
        this.rows = read(json.readerFor(CheckedRow.class), input);
        this.slices = new Slice[(rows.size() + SLICE - 1) / SLICE];
    }

    private static List<CheckedRow> read(ObjectReader reader, byte[] input) {
        List<CheckedRow> rows = new ArrayList<>();
        try {
            Lines.read(input, line -> rows.add(reader.readValue(line)));
        } catch (IOException e) {
            throw new UncheckedIOException("a stored chunk cannot be read", e);
        }
        return rows;
    }

    /** Who is screened, in the order of the file. */
    List<Subject> subjects() {
        return rows.stream().map(row -> row.subject().toSubject()).toList();
    }

    /**
     * Takes slices until there are none left.
     *
     * @param known what people have decided of the subjects
     */
    boolean work(Exemptions known) {
        for (int slice = next.getAndIncrement(); slice < slices.length; slice = next.getAndIncrement()) {
            slices[slice] = screen(rows.subList(slice * SLICE, Math.min(rows.size(), (slice + 1) * SLICE)), known);
        }
        return true;
    }

    private Slice screen(List<CheckedRow> some, Exemptions known) {
        Lines lines = new Lines();
        int possible = 0;
        int listed = 0;
        for (CheckedRow row : some) {
            SubjectRequest request = row.subject();
            Subject subject = request.toSubject();
            Finding finding = screener.screen(subject, known.decided(subject, day), threshold, now);
            possible += finding.status() == PartyState.Status.POSSIBLE_MATCH ? 1 : 0;
            listed += finding.status() == PartyState.Status.LISTED ? 1 : 0;
            lines.add(write(new RowResult(
                    finding.status(),
                    row.line(),
                    request.reference(),
                    request.shownName(),
                    request.country(),
                    screener.id(),
                    finding.profile(),
                    finding.hits(),
                    finding.cleared())));
        }
        return new Slice(lines.compressed(), possible, listed);
    }

    private byte[] write(RowResult result) {
        try {
            return writer.writeValueAsBytes(result);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result cannot be written", e);
        }
    }

    /** What came out, once all have done their work. */
    ScreenedChunk screened() {
        ByteArrayOutputStream results = new ByteArrayOutputStream();
        int possible = 0;
        int listed = 0;
        for (Slice each : slices) {
            Slice slice = Objects.requireNonNull(each, "every slice was screened");
            results.writeBytes(slice.text);
            possible += slice.possible;
            listed += slice.listed;
        }
        return new ScreenedChunk(results.toByteArray(), rows.size(), possible, listed);
    }
}
