package dev.portcullis.classification.registry;

import java.io.IOException;

/** An address from which no file is read. The message is what follows the address in a sentence; it repeats nothing of a host's answer. */
public final class RegistryException extends IOException {
    private static final long serialVersionUID = 1L;

    RegistryException(String message) {
        super(message);
    }
}
