package dev.portcullis.classification.modelfile;

import java.io.IOException;
import java.util.Locale;

/** A model file that is refused. The message says what is wrong with it and shows names from the file in plain characters only. */
public final class ModelFileException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Why a file is refused. */
    public enum Reason {
        /** It contradicts its format, or itself. */
        MALFORMED,
        /** Reading it would pass a limit. */
        PASSES_LIMIT,
        /** It may be in order, but this reader does not know it. */
        UNSUPPORTED
    }

    private final Reason reason;

    private ModelFileException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    static ModelFileException malformed(String message, Object... values) {
        return new ModelFileException(Reason.MALFORMED, format(message, values));
    }

    static ModelFileException passesLimit(String message, Object... values) {
        return new ModelFileException(Reason.PASSES_LIMIT, format(message, values));
    }

    static ModelFileException unsupported(String message, Object... values) {
        return new ModelFileException(Reason.UNSUPPORTED, format(message, values));
    }

    /** The same with the name of the file in front. */
    ModelFileException in(String file) {
        ModelFileException named = new ModelFileException(reason, Printable.of(file) + ": " + getMessage());
        named.setStackTrace(getStackTrace());
        return named;
    }

    public Reason reason() {
        return reason;
    }

    private static String format(String message, Object... values) {
        Object[] plain = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            plain[i] = values[i] instanceof CharSequence text ? Printable.of(text.toString()) : values[i];
        }
        return String.format(Locale.ROOT, message, plain);
    }
}
