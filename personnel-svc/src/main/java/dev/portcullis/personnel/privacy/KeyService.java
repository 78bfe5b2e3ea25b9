package dev.portcullis.personnel.privacy;

/**
 * Where the master key lives. An implementation may hold it in memory or leave it in a key-management service or a hardware
 * module; the key itself never comes out. Thread-safe.
 */
public interface KeyService {
    /** Names the master key that {@link #wrap} uses now; never secret. */
    String keyId();

    /**
     * Encrypts a person's key.
     *
     * @param context bound to the result: the same is needed to unwrap
     * @throws KeyUnavailableException where there is no usable master key
     */
    byte[] wrap(byte[] key, String context);

    /**
     * Decrypts what {@link #wrap} gave.
     *
     * @param keyId of the master key that wrapped it
     * @throws KeyUnavailableException where that master key is not at hand, or the bytes are not what it wrapped
     */
    byte[] unwrap(String keyId, byte[] wrapped, String context);

    /**
     * A keyed hash by which a value can be found without being stored.
     *
     * @param purpose keeps hashes of different fields apart
     * @return 32 bytes, the same for the same purpose and value
     * @throws KeyUnavailableException where there is no usable master key
     */
    byte[] lookup(String purpose, String value);
}
