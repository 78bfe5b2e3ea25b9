package dev.portcullis.screening.batch;

/**
 * A chunk's results.
 *
 * @param results NDJSON, compressed, in the order of the file
 * @param screened rows
 * @param possible rows with hits of which none is exact
 * @param listed rows with an exact hit
 */
record ScreenedChunk(byte[] results, int screened, int possible, int listed) {
    int hits() {
        return possible + listed;
    }
}
