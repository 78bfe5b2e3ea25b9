package dev.portcullis.classification.registry;

import dev.portcullis.classification.modelfile.HeadSource;
import dev.portcullis.classification.modelfile.Limits;
import dev.portcullis.classification.modelfile.ModelDrafter;
import dev.portcullis.classification.modelfile.ModelFileException;
import dev.portcullis.classification.modelfile.ModelFileFacts;
import dev.portcullis.classification.modelfile.ModelFiles;
import dev.portcullis.classification.modelfile.RandomAccessSource;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Derives datasheets from model files, few at a time: the worst of files may make one hold some sixty megabytes. Calls block. */
@ApplicationScoped
public class Derivations {
    private final RegistryFiles registry;
    private final Semaphore turns;

    @Inject
    Derivations(RegistryFiles registry, RegistrySettings settings) {
        this.registry = registry;
        this.turns = new Semaphore(Math.max(1, settings.concurrency()));
    }

    /** Derives from files that are named by address or sent by their leading bytes. */
    public Derivation derive(DerivationRequest request) {
        return inTurn(() -> {
            List<RandomAccessSource> files = new ArrayList<>();
            try {
                long deadline = registry.deadline();
                for (int i = 0; i < request.files().size(); i++) {
                    files.add(open(request.files().get(i), "/files/" + i, deadline));
                }
                return derive(files, request.trainingTokens());
            } finally {
                close(files);
            }
        });
    }

    /** Derives from the leading bytes of one file, which are read from the stream as far as its header goes. */
    public Derivation derive(String name, long size, @Nullable BigDecimal trainingTokens, InputStream body) {
        return inTurn(() -> {
            try (HeadSource head = HeadSource.of(name, body, size)) {
                return derive(List.of(head), trainingTokens);
            }
        });
    }

    private RandomAccessSource open(FileReference file, String pointer, long deadline) throws IOException {
        String url = file.url();
        if (url != null) {
            try {
                return registry.open(url, deadline);
            } catch (RegistryException e) {
                throw Problems.unprocessable(pointer + "/url", String.valueOf(e.getMessage()));
            }
        }
        byte[] head;
        try {
            head = Base64.getDecoder().decode(file.head() == null ? "" : file.head());
        } catch (IllegalArgumentException e) {
            throw Problems.invalid(pointer + "/head", "must be base64");
        }
        return HeadSource.of(
                file.name() == null ? "" : file.name(),
                new ByteArrayInputStream(head),
                file.size() == null ? head.length : file.size());
    }

    private static Derivation derive(List<? extends RandomAccessSource> files, @Nullable BigDecimal trainingTokens)
            throws IOException {
        ModelFileFacts facts = ModelFiles.read(files, Limits.DEFAULT);
        return new Derivation(facts, ModelDrafter.draft(facts, trainingTokens));
    }

    private interface Reading {
        Derivation read() throws IOException;
    }

    private Derivation inTurn(Reading reading) {
        if (!turns.tryAcquire()) {
            throw Problems.busy();
        }
        try {
            return reading.read();
        } catch (ModelFileException e) {
            throw Problems.unprocessable("/files", "are refused: " + e.getMessage());
        } catch (RegistryException e) {
            throw Problems.unprocessable("/files", "hold one that " + e.getMessage());
        } catch (IOException e) {
            Log.warnf("a model file cannot be read: %s", e.getMessage());
            throw Problems.unavailable("A file");
        } finally {
            turns.release();
        }
    }

    private static void close(List<RandomAccessSource> files) {
        for (RandomAccessSource file : files) {
            try {
                file.close();
            } catch (IOException e) {
                Log.debugf("a model file cannot be closed: %s", e.getMessage());
            }
        }
    }
}
