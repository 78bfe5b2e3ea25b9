package dev.portcullis.classification.mlflow;

/** The registry cannot be reached, or does not answer as it must. Its message is for the log and for operators. */
final class RegistryFaultException extends Exception {
    private static final long serialVersionUID = 1L;

    RegistryFaultException(String message) {
        super(message);
    }
}
