package dev.portcullis.screening.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.portcullis.contracts.PartyState;
import dev.portcullis.screening.screening.Finding;
import dev.portcullis.screening.screening.Screener;
import dev.portcullis.screening.screening.SubjectRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
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
    private final ObjectWriter writer;
    private final List<CheckedRow> rows;
    private final Slice[] slices;
    private final AtomicInteger next = new AtomicInteger();

    private record Slice(byte[] text, int possible, int listed) {}

    /** @param input the rows as they were stored */
    ChunkScreening(ObjectMapper json, Screener screener, byte[] input, double threshold, Instant now) {
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

    /** Takes slices until there are none left. */
    boolean work() {
        for (int slice = next.getAndIncrement(); slice < slices.length; slice = next.getAndIncrement()) {
            slices[slice] = screen(rows.subList(slice * SLICE, Math.min(rows.size(), (slice + 1) * SLICE)));
        }
        return true;
    }

    private Slice screen(List<CheckedRow> some) {
        Lines lines = new Lines();
        int possible = 0;
        int listed = 0;
        for (CheckedRow row : some) {
            SubjectRequest subject = row.subject();
            Finding finding = screener.screen(subject.toSubject(), cleared -> false, threshold, now);
            possible += finding.status() == PartyState.Status.POSSIBLE_MATCH ? 1 : 0;
            listed += finding.status() == PartyState.Status.LISTED ? 1 : 0;
            lines.add(write(new RowResult(
                    finding.status(),
                    row.line(),
                    subject.reference(),
                    subject.shownName(),
                    subject.country(),
                    screener.id(),
                    finding.profile(),
                    finding.hits())));
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
