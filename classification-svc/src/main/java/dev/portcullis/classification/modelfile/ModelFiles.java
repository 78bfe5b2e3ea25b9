package dev.portcullis.classification.modelfile;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files of one model together: weights in one or several files of one format, the index of the shards, the configuration
 * and the trainer's state. A set from which a part is missing is refused, because its count would be too low.
 */
public final class ModelFiles {
    private static final Pattern SHARD = Pattern.compile("(.*)-(\\d{5})-of-(\\d{5})(\\.[a-z]+)");
    private static final String WHOLE = "the whole file";

    private final Limits limits;
    private final Tally tally;
    private final Details details = new Details();
    private final Findings findings = new Findings();
    private final NameTable names = new NameTable();
    private final List<FileFacts> read = new ArrayList<>();
    private @Nullable ShardIndex index;
    private @Nullable TrainingRecord training;
    private @Nullable String architecture;
    private long announcedParameters;
    private long splits;

    private ModelFiles(Limits limits) {
        this.limits = limits;
        this.tally = new Tally(limits);
    }

    /**
     * Reads the files of one model. It leaves them open.
     *
     * @throws ModelFileException where a file is refused, with its name
     * @throws IOException where a file cannot be reached
     */
    public static ModelFileFacts read(List<? extends RandomAccessSource> files, Limits limits) throws IOException {
        return new ModelFiles(limits).all(files);
    }

    private ModelFileFacts all(List<? extends RandomAccessSource> files) throws IOException {
        if (files.isEmpty()) {
            throw ModelFileException.malformed("no file was given");
        }
        if (files.size() > limits.files()) {
            throw ModelFileException.passesLimit(
                    "%d files; at most %d are read together", files.size(), limits.files());
        }
        Map<FileKind, List<MeteredSource>> byKind = new EnumMap<>(FileKind.class);
        Set<String> fileNames = new HashSet<>();
        for (RandomAccessSource file : files) {
            if (!fileNames.add(file.name())) {
                throw ModelFileException.malformed("there are two files of this name")
                        .in(file.name());
            }
            MeteredSource source = new MeteredSource(file);
            FileKind kind = named(source, () -> FileKind.of(source));
            source.allow(limits.budget(kind, source.size()));
            byKind.computeIfAbsent(kind, each -> new ArrayList<>()).add(source);
        }
        return all(byKind);
    }

    private ModelFileFacts all(Map<FileKind, List<MeteredSource>> byKind) throws IOException {
        List<FileKind> formats =
                byKind.keySet().stream().filter(FileKind::holdsWeights).toList();
        if (formats.size() != 1) {
            throw ModelFileException.malformed(
                    formats.isEmpty()
                            ? "none of the files holds weights: add the safetensors, GGUF, ONNX or PyTorch files"
                            : "weights in files of several formats: send one format, or the same model would be counted twice");
        }
        FileKind format = formats.get(0);
        // What stands beside the weights comes first: the index says which shards must be there.
        for (FileKind kind : List.of(
                FileKind.SHARD_INDEX, FileKind.CONFIG, FileKind.ADAPTER_CONFIG, FileKind.TRAINER_STATE, format)) {
            List<MeteredSource> sources = byKind.getOrDefault(kind, List.of());
            if (!kind.holdsWeights() && sources.size() > 1) {
                throw ModelFileException.malformed("two files of the kind %s", kind.name());
            }
            if (kind == format) {
                checkSet(format, sources.stream().map(MeteredSource::name).toList());
            }
            for (MeteredSource source : sources) {
                Header header = named(source, () -> one(kind, source));
                read.add(new FileFacts(
                        source.name(),
                        kind,
                        header.version().isEmpty() ? null : header.version(),
                        source.size(),
                        source.bytesRead(),
                        header.sha256(),
                        header.sha256Of()));
            }
        }
        if (splits > 1 && splits != byKind.getOrDefault(format, List.of()).size()) {
            throw ModelFileException.malformed(
                    "the model is split into %d files, and %d were given: give them all",
                    splits, byKind.getOrDefault(format, List.of()).size());
        }
        return facts(format);
    }

    private interface Step<T> {
        T run() throws IOException;
    }

    /** Says in a refusal which file is at fault. */
    private static <T> T named(MeteredSource source, Step<T> step) throws IOException {
        try {
            return step.run();
        } catch (ModelFileException e) {
            throw e.in(source.name());
        } catch (EOFException e) {
            throw ModelFileException.malformed("it ends in the middle of its header")
                    .in(source.name());
        }
    }

    private Header one(FileKind kind, MeteredSource source) throws IOException {
        return switch (kind) {
            case SAFETENSORS -> safetensors(source);
            case GGUF -> gguf(source);
            case ONNX -> new OnnxReader(source, tally, details, findings).read();
            case PYTORCH -> new PyTorchReader(source, limits, tally, details, findings).read();
            case SHARD_INDEX -> {
                ByteCursor cursor = whole(source);
                index = ShardIndex.read(cursor, limits);
                yield header(cursor);
            }
            case CONFIG, ADAPTER_CONFIG -> {
                ByteCursor cursor = whole(source);
                new ConfigReader(details).read(cursor);
                yield header(cursor);
            }
            case TRAINER_STATE -> {
                ByteCursor cursor = whole(source);
                training = TrainerStateReader.read(cursor);
                yield header(cursor);
            }
        };
    }

    private static ByteCursor whole(MeteredSource source) throws ModelFileException {
        if (source.size() > source.left()) {
            throw ModelFileException.passesLimit(
                    "it has %d bytes; of a file of this kind at most %d are read", source.size(), source.left());
        }
        return new ByteCursor(source, 0, source.size());
    }

    private static Header header(ByteCursor cursor) throws IOException {
        cursor.skip(cursor.remaining(), "the end of the file");
        return new Header("", cursor.digest(), WHOLE);
    }

    private Header safetensors(MeteredSource source) throws IOException {
        ShardIndex shards = index;
        Header header = new SafetensorsReader(source, tally, details, name -> {
                    if (!names.add(name, 0)) {
                        throw ModelFileException.malformed("tensor %s is there twice", name);
                    }
                    if (shards != null) {
                        shards.found(source.name(), name);
                    }
                })
                .read();
        if (shards != null) {
            shards.complete(source.name());
        }
        return header;
    }

    private Header gguf(MeteredSource source) throws IOException {
        GgufReader reader = new GgufReader(source, tally, names, findings);
        Header header = reader.read();
        String named = reader.value("general.architecture");
        architecture = architecture == null ? named : architecture;
        // What the architecture says of itself comes first: the list of general words can be long.
        for (boolean general : new boolean[] {false, true}) {
            reader.values().forEach((key, value) -> {
                if (key.startsWith("general.") == general) {
                    details.put(key, value);
                }
            });
        }
        announcedParameters = Math.max(announcedParameters, number(reader.value("general.parameter_count")));
        splits = Math.max(splits, number(reader.value("split.count")));
        return header;
    }

    private static long number(@Nullable String text) {
        return text == null || !text.matches("[0-9]{1,18}") ? 0 : Long.parseLong(text);
    }

    /** Refuses a set of weights from which, by index or by name, one is missing. */
    private void checkSet(FileKind format, List<String> present) throws ModelFileException {
        if (index != null) {
            Set<String> expected = new HashSet<>(index.shards());
            if (format != FileKind.SAFETENSORS || !expected.equals(new HashSet<>(present))) {
                expected.removeAll(present);
                throw ModelFileException.malformed(
                        expected.isEmpty()
                                ? "a file was given that the index does not name"
                                : "%d shards that the index names are missing, the first of them %s",
                        expected.size(),
                        expected.stream().sorted().findFirst().orElse(""));
            }
            return;
        }
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Integer> totals = new HashMap<>();
        for (String name : present) {
            Matcher shard = SHARD.matcher(name);
            if (shard.matches()) {
                String set = shard.group(1) + "-of-" + shard.group(3) + shard.group(4);
                counts.merge(set, 1, Integer::sum);
                totals.put(set, Integer.parseInt(shard.group(3)));
            }
        }
        for (Map.Entry<String, Integer> set : counts.entrySet()) {
            int total = totals.getOrDefault(set.getKey(), 0);
            if (set.getValue() != total) {
                throw ModelFileException.malformed(
                        "by their names the weights are in %d files, and %d of them were given: give them all",
                        total, set.getValue());
            }
        }
        if (present.size() > 1 && format == FileKind.SAFETENSORS) {
            findings.note(
                    "NO_INDEX",
                    "The shards were counted together without the index that names their tensors: that none is missing was"
                            + " told from their names alone.");
        }
    }

    private ModelFileFacts facts(FileKind format) {
        String name = architecture != null ? architecture : details.get("architectures");
        if (name == null) {
            name = details.get("model_type");
        }
        FactFindings.of(tally, details, announcedParameters, findings);
        return new ModelFileFacts(
                format,
                name == null ? null : Printable.of(name),
                tally.tensors(),
                tally.elements(),
                tally.parameters(),
                tally.integers(),
                tally.experts(),
                FactFindings.activeParameters(tally, details, name),
                tally.byType(),
                details.map(),
                training,
                List.copyOf(read),
                findings.list());
    }
}
