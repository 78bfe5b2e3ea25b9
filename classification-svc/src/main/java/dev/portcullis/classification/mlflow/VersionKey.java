package dev.portcullis.classification.mlflow;

import java.util.regex.Pattern;

/** What a registry knows a version of a model by. */
record VersionKey(String name, String version) {
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}/:]{1,256}");
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,18}");

    VersionKey {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a model's name has 1 to 256 characters without control characters, / and :");
        }
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException("a version is a number");
        }
    }

    @Override
    public String toString() {
        return name + "/" + version;
    }
}
