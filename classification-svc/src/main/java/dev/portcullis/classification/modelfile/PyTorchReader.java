package dev.portcullis.classification.modelfile;

import dev.portcullis.classification.modelfile.Pickled.Dictionary;
import dev.portcullis.classification.modelfile.Pickled.Request;
import dev.portcullis.classification.modelfile.Pickled.Sequence;
import dev.portcullis.classification.modelfile.Pickled.Storage;
import dev.portcullis.classification.modelfile.Pickled.Tensor;
import dev.portcullis.classification.modelfile.Pickled.Text;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The zip files that torch.save writes: {@code data.pkl} describes tensors as views of storages, which are entries of their own. The
 * pickle is read by {@link PickleMachine} and never executed; of the storages only the directory is read. Elements that several
 * tensors share through one storage are counted once.
 */
final class PyTorchReader {
    private static final int LONGEST_PATH = 300;
    private static final long LARGEST_PICKLE = 64 << 20;

    private final MeteredSource source;
    private final Limits limits;
    private final Tally tally;
    private final Details details;
    private final Findings findings;

    PyTorchReader(MeteredSource source, Limits limits, Tally tally, Details details, Findings findings) {
        this.source = source;
        this.limits = limits;
        this.tally = tally;
        this.details = details;
        this.findings = findings;
    }

    Header read() throws IOException {
        ZipDirectory zip = ZipDirectory.read(source);
        ZipDirectory.Entry pickle = pickle(zip);
        String folder = pickle.name().substring(0, pickle.name().length() - "data.pkl".length());
        if (zip.get(folder + "constants.pkl") != null) {
            findings.danger(
                    "TORCHSCRIPT",
                    Printable.of(source.name())
                            + " is a TorchScript archive: it carries code that runs when the model is used. Its constants were not"
                            + " counted.");
        }
        PickleTensors tensors = new PickleTensors();
        Pickled top;
        Header header;
        Inflater inflater = new Inflater(true);
        try (InputStream in = open(zip, pickle, inflater)) {
            PickleInput input = new PickleInput(in, pickle.size());
            top = new PickleMachine(input, tensors, limits).run();
            if (input.crc32() != pickle.crc()) {
                throw ModelFileException.malformed("its data.pkl does not have the check sum of the directory");
            }
            header = new Header("", input.sha256(), "data.pkl, expanded");
        } finally {
            inflater.end();
        }
        checkStorages(zip, folder, tensors.storages());
        count(top, tensors.tensors());
        tensors.globals().report(source.name(), findings);
        return header;
    }

    private static ZipDirectory.Entry pickle(ZipDirectory zip) throws ModelFileException {
        ZipDirectory.Entry pickle = null;
        for (ZipDirectory.Entry entry : zip.entries()) {
            if (entry.name().matches("([^/]+/)?data\\.pkl")) {
                if (pickle != null) {
                    throw ModelFileException.malformed("it has two data.pkl");
                }
                pickle = entry;
            }
        }
        if (pickle == null) {
            throw ModelFileException.unsupported("a zip file without data.pkl: torch.save did not write it");
        }
        if (pickle.encrypted()) {
            throw ModelFileException.unsupported("its data.pkl is encrypted");
        }
        if (pickle.size() > LARGEST_PICKLE) {
            throw ModelFileException.passesLimit(
                    "its data.pkl is said to take %d bytes; at most %d are read", pickle.size(), LARGEST_PICKLE);
        }
        return pickle;
    }

    private InputStream open(ZipDirectory zip, ZipDirectory.Entry entry, Inflater inflater) throws IOException {
        long at = zip.dataOf(entry);
        InputStream raw = new ByteCursor(source, at, at + entry.compressed()).stream();
        return switch (entry.method()) {
            case ZipDirectory.STORED -> {
                if (entry.compressed() != entry.size()) {
                    throw ModelFileException.malformed("entry %s is not compressed and has two sizes", entry.name());
                }
                yield raw;
            }
            case ZipDirectory.DEFLATED -> new InflaterInputStream(raw, inflater, 1 << 12);
            default -> throw ModelFileException.unsupported("its data.pkl is compressed by method %d", entry.method());
        };
    }

    private void checkStorages(ZipDirectory zip, String folder, List<Storage> storages) throws ModelFileException {
        Map<String, Storage> known = new HashMap<>();
        for (Storage storage : storages) {
            Storage before = known.putIfAbsent(storage.key(), storage);
            if (before != null) {
                if (!before.equals(storage)) {
                    throw ModelFileException.malformed("storage %s is described in two ways", storage.key());
                }
                continue;
            }
            ZipDirectory.Entry entry = zip.get(folder + "data/" + storage.key());
            if (entry == null) {
                throw ModelFileException.malformed("storage %s is not in the file", storage.key());
            }
            if (entry.method() != ZipDirectory.STORED || entry.compressed() != entry.size()) {
                throw ModelFileException.unsupported(
                        "storage %s is compressed, which torch.save does not do", storage.key());
            }
            ElementType type = TorchTypes.storage(storage.type());
            long bytes = type == null ? storage.size() : type.bytes(storage.size(), storage.key());
            if (entry.size() != bytes) {
                throw ModelFileException.malformed(
                        "storage %s is said to take %d bytes, and takes %d", storage.key(), bytes, entry.size());
            }
        }
        long unreferenced = 0;
        for (ZipDirectory.Entry entry : zip.entries()) {
            if (entry.name().startsWith(folder + "data/")
                    && !known.containsKey(entry.name().substring(folder.length() + "data/".length()))) {
                unreferenced += entry.size();
            }
        }
        if (unreferenced > 0) {
            findings.judge(
                    "UNREFERENCED_DATA",
                    Printable.of(source.name()) + " holds " + unreferenced
                            + " bytes of data that no tensor of data.pkl refers to. They were not counted.");
        }
    }

    private record Place(Pickled value, @Nullable Name name, boolean training) {}

    /** Keys of dictionaries on the way from the top; put together only for tensors. */
    private record Name(@Nullable Name above, String key) {
        static String path(@Nullable Name name) {
            StringBuilder path = new StringBuilder();
            // Each step adds a character at least, so that the loop ends soon however deep the file nests.
            for (Name at = name; at != null && path.length() < LONGEST_PATH; at = at.above) {
                path.insert(0, at.key + (path.length() == 0 ? "" : "."));
            }
            return path.toString();
        }
    }

    /** Walks what the pickle describes from its top, each object once, and counts the tensors where they stand. */
    private void count(Pickled top, List<Tensor> all) throws ModelFileException {
        Set<Pickled> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Map<String, List<Found>> byStorage = new HashMap<>();
        Deque<Place> open = new ArrayDeque<>();
        open.add(new Place(top, null, false));
        long state = 0;
        while (!open.isEmpty()) {
            Place place = open.removeFirst();
            Pickled value = place.value();
            if (!seen.add(value)) {
                continue;
            }
            if (value instanceof Tensor tensor) {
                if (place.training()) {
                    state += tensor.elements;
                } else {
                    byStorage
                            .computeIfAbsent(tensor.storage.key(), key -> new ArrayList<>(1))
                            .add(new Found(Name.path(place.name()), tensor));
                }
            } else {
                children(place, open);
            }
        }
        for (Tensor tensor : all) {
            if (seen.add(tensor)) {
                byStorage
                        .computeIfAbsent(tensor.storage.key(), key -> new ArrayList<>(1))
                        .add(new Found("", tensor));
            }
        }
        add(byStorage);
        if (state > 0) {
            findings.judge(
                    "TRAINING_STATE",
                    Printable.of(source.name()) + " holds " + state
                            + " elements under names of an optimizer or scheduler. They were not counted as parameters.");
        }
    }

    private record Found(String path, Tensor tensor) {}

    private static void children(Place place, Deque<Place> open) {
        Pickled value = place.value();
        if (value instanceof Sequence sequence) {
            sequence.elements.forEach(each -> open(each, place.name(), place.training(), open));
        } else if (value instanceof Request request) {
            open(request.target, place.name(), place.training(), open);
            request.parts.forEach(each -> open(each, place.name(), place.training(), open));
        } else if (value instanceof Dictionary dictionary) {
            for (int i = 0; i + 1 < dictionary.entries.size(); i += 2) {
                String key = dictionary.entries.get(i) instanceof Text text ? text.value() : "";
                boolean training = place.training() || place.name() == null && isTrainingState(key);
                open(
                        dictionary.entries.get(i + 1),
                        key.isEmpty() ? place.name() : new Name(place.name(), key),
                        training,
                        open);
            }
        }
    }

    private static void open(Pickled value, @Nullable Name name, boolean training, Deque<Place> open) {
        if (!(value instanceof Text || value instanceof Pickled.Whole || value instanceof Pickled.Opaque)) {
            open.add(new Place(value, name, training));
        }
    }

    /** Checkpoints of trainers keep their optimizer at the top. */
    private static boolean isTrainingState(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        return lower.startsWith("optim") || lower.startsWith("lr_sched") || lower.startsWith("scheduler");
    }

    private void add(Map<String, List<Found>> byStorage) throws ModelFileException {
        long shared = 0;
        for (List<Found> users : byStorage.values()) {
            long sum = 0;
            for (Found user : users) {
                sum = Sizes.add(sum, user.tensor().elements, "the number of all elements");
            }
            Tensor first = users.get(0).tensor();
            long present = PickleTensors.elementsOf(first.storage, first.type);
            if (users.size() == 1 || sum <= present) {
                for (Found user : users) {
                    tally.add(user.path(), user.tensor().type, Math.min(user.tensor().elements, present));
                }
            } else {
                shared += users.size() - 1;
                tally.add(users.get(0).path(), first.type, present);
                tally.addShared(users.size() - 1);
            }
        }
        if (shared > 0) {
            details.put("tensors.shared", Long.toString(shared));
            findings.note(
                    "SHARED_TENSORS",
                    shared + " tensors of " + Printable.of(source.name())
                            + " share their data with another, as tied embeddings do. Shared data were counted once.");
        }
    }
}
