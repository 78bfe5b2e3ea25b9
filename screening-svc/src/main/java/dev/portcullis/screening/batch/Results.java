package dev.portcullis.screening.batch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.portcullis.platform.digest.Sha256;
import dev.portcullis.platform.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what came out for a batch, chunk by chunk, on threads that may block: memory holds one chunk, compressed. */
@ApplicationScoped
public class Results {
    @Inject
    Transactions transactions;

    @Inject
    Chunks chunks;

    @Inject
    ObjectMapper json;

    /** The next chunk's lines. */
    @FunctionalInterface
    private interface Source {
        Uni<Chunks.@Nullable Text> next(int afterNumber);
    }

    /** The digest of all results as NDJSON. */
    String digest(String id) {
        try (DigestOutputStream digest = new DigestOutputStream(OutputStream.nullOutputStream(), Sha256.start())) {
            ndjson(id, false, digest);
            return Sha256.hex(digest.getMessageDigest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes results as a JSON object a line. */
    void ndjson(String id, boolean onlyHits, OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 15);
        eachResult(id, 0, onlyHits, line -> {
            text.write(line);
            text.write('\n');
            return true;
        });
        text.flush();
    }

    /** Writes results as a table: a line for each hit, and one for each row without. */
    void csv(String id, boolean onlyHits, OutputStream out) throws IOException {
        ObjectReader reader = json.readerFor(RowResult.class);
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 15);
        text.write(ResultTable.HEADER);
        eachResult(id, 0, onlyHits, line -> {
            RowResult row = reader.readValue(line);
            text.write(ResultTable.lines(row));
            return true;
        });
        text.flush();
    }

    /** Results in the order of the file, of rows after a line. */
    List<RowResult> page(String id, int afterLine, boolean onlyHits, int most) {
        ObjectReader reader = json.readerFor(RowResult.class);
        List<RowResult> page = new ArrayList<>();
        try {
            eachResult(id, afterLine, onlyHits, text -> {
                RowResult row = reader.readValue(text);
                if (row.line() > afterLine) {
                    page.add(row);
                }
                return page.size() < most;
            });
        } catch (IOException e) {
            throw new UncheckedIOException("stored results cannot be read", e);
        }
        return page;
    }

    /** What is wrong with rows after a line. */
    List<RowErrors> errors(String id, int afterLine, int most) {
        ObjectReader reader = json.readerFor(RowErrors.class);
        List<RowErrors> page = new ArrayList<>();
        try {
            each(number -> chunks.errors(id, number, afterLine), text -> {
                RowErrors row = reader.readValue(text);
                if (row.line() > afterLine) {
                    page.add(row);
                }
                return page.size() < most;
            });
        } catch (IOException e) {
            throw new UncheckedIOException("stored errors cannot be read", e);
        }
        return page;
    }

    private void eachResult(String id, int afterLine, boolean onlyHits, Lines.Taker taker) throws IOException {
        each(
                number -> chunks.results(id, number, afterLine, onlyHits),
                line -> onlyHits && line.startsWith(RowResult.CLEAR) || taker.take(line));
    }

    private void each(Source source, Lines.Taker taker) throws IOException {
        Chunks.Text chunk = next(source, -1);
        while (chunk != null && Lines.read(chunk.compressed(), taker)) {
            chunk = next(source, chunk.number());
        }
    }

    private Chunks.@Nullable Text next(Source source, int afterNumber) {
        return transactions.<Chunks.@Nullable Text>read(() -> source.next(afterNumber));
    }
}
