package dev.portcullis.classification.modelfile;

import dev.portcullis.classification.modelfile.Pickled.Dictionary;
import dev.portcullis.classification.modelfile.Pickled.Global;
import dev.portcullis.classification.modelfile.Pickled.Request;
import dev.portcullis.classification.modelfile.Pickled.Sequence;
import dev.portcullis.classification.modelfile.Pickled.Storage;
import dev.portcullis.classification.modelfile.Pickled.Tensor;
import dev.portcullis.classification.modelfile.Pickled.Text;
import dev.portcullis.classification.modelfile.Pickled.Whole;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recognizes in the calls of a pickle those that torch.save writes for storages and tensors (torch._utils, torch.serialization). */
final class PickleTensors {
    private final PickleGlobals globals = new PickleGlobals();
    private final List<Tensor> tensors = new ArrayList<>();
    private final List<Storage> storages = new ArrayList<>();

    List<Tensor> tensors() {
        return tensors;
    }

    List<Storage> storages() {
        return storages;
    }

    PickleGlobals globals() {
        return globals;
    }

    Global noted(Global global) {
        globals.add(global);
        return global;
    }

    /** A persistent id: {@code ('storage', type, key, location, size)}. */
    Pickled storage(Pickled id) throws ModelFileException {
        List<Pickled> parts = id instanceof Sequence sequence ? sequence.elements : List.of();
        if (parts.size() < 5
                || !(parts.get(0) instanceof Text kind)
                || !kind.value().equals("storage")
                || !(parts.get(1) instanceof Global type)
                || !(parts.get(2) instanceof Text key)
                || !(parts.get(4) instanceof Whole size)
                || size.value() < 0) {
            throw ModelFileException.unsupported("its pickle refers to data in a way that torch.save does not");
        }
        if (!type.name().equals(TorchTypes.UNTYPED) && TorchTypes.storage(type.name()) == null) {
            throw ModelFileException.unsupported("a storage of type %s, which is not known here", type.name());
        }
        Storage storage = new Storage(type.name(), key.value(), size.value());
        storages.add(storage);
        return storage;
    }

    /** A call, which becomes a tensor where it rebuilds one. */
    Pickled call(Pickled target, Pickled arguments) throws ModelFileException {
        List<Pickled> values = arguments instanceof Sequence sequence ? sequence.elements : List.of();
        if (target instanceof Global global) {
            Pickled known = known(global, values);
            if (known != null) {
                return known;
            }
        }
        Request request = new Request(target);
        request.parts.add(arguments);
        return request;
    }

    /** State that is put into an object: it becomes part of the description. */
    Pickled build(Pickled object, Pickled state) {
        if (object instanceof Request request) {
            request.parts.add(state);
            return request;
        }
        Request request = new Request(object);
        request.parts.add(state);
        return request;
    }

    @Nullable
    private Pickled known(Global global, List<Pickled> values) throws ModelFileException {
        String full = global.module() + "." + global.name();
        return switch (full) {
            case "torch._utils._rebuild_tensor_v2", "torch._utils._rebuild_tensor", "torch._utils._rebuild_qtensor" ->
                tensor(values, null);
            case "torch._utils._rebuild_tensor_v3" -> tensor(values, values.size() > 6 ? values.get(6) : null);
            case "torch._utils._rebuild_parameter", "torch._utils._rebuild_parameter_with_state" ->
                values.isEmpty() ? null : values.get(0);
            case "torch._tensor._rebuild_from_type_v2" -> values.size() < 3 ? null : call(values.get(0), values.get(2));
            case "collections.OrderedDict" -> values.isEmpty() ? new Dictionary() : null;
            default -> null;
        };
    }

    private Pickled tensor(List<Pickled> values, @Nullable Pickled dtype) throws ModelFileException {
        if (values.size() < 4
                || !(values.get(0) instanceof Storage storage)
                || !(values.get(1) instanceof Whole offset)
                || !(values.get(2) instanceof Sequence sizes)
                || !(values.get(3) instanceof Sequence strides)
                || sizes.elements.size() != strides.elements.size()
                || offset.value() < 0) {
            throw ModelFileException.unsupported("its pickle rebuilds a tensor in a way that torch.save does not");
        }
        ElementType type =
                dtype instanceof Global named ? TorchTypes.dtype(named.name()) : TorchTypes.storage(storage.type());
        if (type == null) {
            throw ModelFileException.unsupported("a tensor of a type that is not known here");
        }
        String name = "in storage " + storage.key();
        long[] shape = whole(sizes, name);
        long elements = Sizes.elements(shape, shape.length, name);
        checkExtent(storage, type, offset.value(), shape, whole(strides, name), elements, name);
        Tensor tensor = new Tensor(storage, type, elements);
        tensors.add(tensor);
        return tensor;
    }

    private static long[] whole(Sequence numbers, String name) throws ModelFileException {
        if (numbers.elements.size() > Limits.MOST_DIMENSIONS) {
            throw ModelFileException.passesLimit(
                    "a tensor %s has more than %d dimensions", name, Limits.MOST_DIMENSIONS);
        }
        long[] values = new long[numbers.elements.size()];
        for (int i = 0; i < values.length; i++) {
            if (!(numbers.elements.get(i) instanceof Whole whole) || whole.value() < 0) {
                throw ModelFileException.malformed("a tensor %s has a dimension or stride that is none", name);
            }
            values[i] = whole.value();
        }
        return values;
    }

    /** No element may lie outside the storage. */
    private static void checkExtent(
            Storage storage, ElementType type, long offset, long[] shape, long[] strides, long elements, String name)
            throws ModelFileException {
        if (elements == 0) {
            return;
        }
        long last = offset;
        for (int i = 0; i < shape.length; i++) {
            last = Sizes.add(last, Sizes.multiply(shape[i] - 1, strides[i], name), "the place of a tensor");
        }
        if (last >= elementsOf(storage, type)) {
            throw ModelFileException.malformed("a tensor %s reaches over the end of the storage", name);
        }
    }

    /** How many elements of a type a storage holds. */
    static long elementsOf(Storage storage, ElementType type) throws ModelFileException {
        return storage.type().equals(TorchTypes.UNTYPED)
                ? Sizes.multiply(storage.size() / Math.max(1, type.blockBytes()), type.blockElements(), storage.key())
                : storage.size();
    }
}
