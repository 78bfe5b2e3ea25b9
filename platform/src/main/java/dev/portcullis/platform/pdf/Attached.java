package dev.portcullis.platform.pdf;

/**
 * A file inside a document (ISO 19005-3, annex E).
 *
 * @param name of the file, plain ASCII
 * @param mediaType such as {@code application/json}
 * @param description for people
 */
public record Attached(String name, String mediaType, String description, byte[] bytes) {
    public Attached {
        if (!name.matches("[a-z0-9.-]{1,64}") || !mediaType.matches("[a-z]+/[a-z0-9.+-]+")) {
            throw new IllegalArgumentException("a file's name and media type are plain");
        }
        bytes = bytes.clone();
    }
}
