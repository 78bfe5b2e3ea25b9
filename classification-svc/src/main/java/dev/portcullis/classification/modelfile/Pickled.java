package dev.portcullis.classification.modelfile;

import java.util.ArrayList;
import java.util.List;

/** What a pickle describes. Descriptions only: nothing that they name is looked up, called or built. */
sealed interface Pickled {
    /** None, a truth value, a number with a fraction, bytes, a very long text: nothing that is looked at. */
    enum Opaque implements Pickled {
        VALUE,
        /** Marks a place on the stack. */
        MARK
    }

    /** A whole number. */
    record Whole(long value) implements Pickled {}

    /** A text. */
    record Text(String value) implements Pickled {}

    /** The name of a class or function. */
    record Global(String module, String name) implements Pickled {}

    /** A list, tuple or set. Compared by identity, because it can hold itself. */
    final class Sequence implements Pickled {
        final List<Pickled> elements = new ArrayList<>(0);
    }

    /** A dictionary: keys and values in turn. */
    final class Dictionary implements Pickled {
        final List<Pickled> entries = new ArrayList<>(0);
    }

    /** A call or object that the pickle asks for: of what, with what. */
    final class Request implements Pickled {
        final Pickled target;
        final List<Pickled> parts = new ArrayList<>(1);

        Request(Pickled target) {
            this.target = target;
        }
    }

    /** The data of one or several tensors. */
    record Storage(String type, String key, long size) implements Pickled {}

    /** A view of a storage. */
    final class Tensor implements Pickled {
        final Storage storage;
        final ElementType type;
        final long elements;

        Tensor(Storage storage, ElementType type, long elements) {
            this.storage = storage;
            this.type = type;
            this.elements = elements;
        }
    }
}
