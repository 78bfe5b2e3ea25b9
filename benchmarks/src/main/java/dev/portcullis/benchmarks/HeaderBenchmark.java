package dev.portcullis.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.classification.modelfile.FileSource;
import dev.portcullis.classification.modelfile.Limits;
import dev.portcullis.classification.modelfile.ModelFileFacts;
import dev.portcullis.classification.modelfile.ModelFiles;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * How long it takes to read the header of a safetensors file of 10 GB: opened, read, checked, counted, digested. The file is sparse and
 * holds 2,000 tensors. The baseline reads the same header in one piece into a tree of a general JSON library and multiplies the shapes,
 * without any check. Both are warm: the median of many runs after many others.
 */
final class HeaderBenchmark {
    private static final int TENSORS = 2_000;
    private static final long BYTES = 10_000_000_000L;
    private static final int WARM_UP = 200;
    private static final int RUNS = 101;

    private final ObjectMapper json = new ObjectMapper();

    List<Figure> measure() throws IOException {
        Path file = Files.createTempFile("header", ".safetensors");
        try {
            write(file);
            for (int i = 0; i < WARM_UP; i++) {
                if (ours(file) != naive(file)) {
                    throw new IOException("the two ways do not count the same");
                }
            }
            double[] ours = new double[RUNS];
            double[] naive = new double[RUNS];
            for (int i = 0; i < RUNS; i++) {
                ours[i] = milliseconds(() -> ours(file));
                naive[i] = milliseconds(() -> naive(file));
            }
            return List.of(new Figure("header", median(ours), "ms", median(naive), "json-tree"));
        } finally {
            Files.delete(file);
        }
    }

    private static void write(Path path) throws IOException {
        long each = BYTES / TENSORS;
        StringBuilder text = new StringBuilder("{\"__metadata__\":{\"format\":\"pt\"}");
        for (int i = 0; i < TENSORS; i++) {
            text.append(String.format(
                    Locale.ROOT,
                    ",\"model.layers.%d.self_attn.q_proj.weight\":{\"dtype\":\"BF16\",\"shape\":[%d,1000],\"data_offsets\":[%d,%d]}",
                    i,
                    each / 2000,
                    i * each,
                    (i + 1) * each));
        }
        byte[] header = text.append('}').toString().getBytes(StandardCharsets.UTF_8);
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.write(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(header.length)
                    .array());
            file.write(header);
            file.setLength(8 + header.length + BYTES);
        }
    }

    private static long ours(Path path) throws IOException {
        try (FileSource source = FileSource.open("model.safetensors", path)) {
            ModelFileFacts facts = ModelFiles.read(List.of(source), Limits.DEFAULT);
            return facts.parameterCount();
        }
    }

    private long naive(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] length = new byte[8];
            file.readFully(length);
            byte[] header = new byte
                    [Math.toIntExact(ByteBuffer.wrap(length)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .getLong())];
            file.readFully(header);
            long elements = 0;
            Iterator<JsonNode> tensors = json.readTree(header).elements();
            while (tensors.hasNext()) {
                JsonNode shape = tensors.next().get("shape");
                if (shape != null) {
                    long product = 1;
                    for (JsonNode dimension : shape) {
                        product *= dimension.longValue();
                    }
                    elements += product;
                }
            }
            return elements;
        }
    }

    private interface Run {
        long run() throws IOException;
    }

    private static double milliseconds(Run run) throws IOException {
        long start = System.nanoTime();
        long elements = run.run();
        double milliseconds = (System.nanoTime() - start) / 1e6;
        if (elements != BYTES / 2) {
            throw new IOException(elements + " elements were counted");
        }
        return milliseconds;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
