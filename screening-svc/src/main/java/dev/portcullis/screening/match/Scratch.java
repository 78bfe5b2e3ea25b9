package dev.portcullis.screening.match;

import java.util.Arrays;

/** Sums by name while one query runs. Used by one thread at a time and cleared by what it touched. */
final class Scratch {
    private final double[] alike;
    private final double[] queryMet;
    private final double[] listedMet;
    private int[] touched = new int[256];
    private int size;

    Scratch(int names) {
        alike = new double[names];
        queryMet = new double[names];
        listedMet = new double[names];
    }

    boolean isTouched(int name) {
        return alike[name] > 0;
    }

    void add(int name, double gain, double queryWeight, double listedWeight) {
        if (alike[name] == 0) {
            if (size == touched.length) {
                touched = Arrays.copyOf(touched, size * 2);
            }
            touched[size++] = name;
        }
        alike[name] += gain;
        queryMet[name] += queryWeight;
        listedMet[name] += listedWeight;
    }

    int size() {
        return size;
    }

    int touched(int i) {
        return touched[i];
    }

    /**
     * A score that the name's alignment cannot exceed.
     *
     * @param queryWeight the weight of the query's words
     * @param listedWeight the weight of the name's words
     * @param unseen the weight of words that may pair and were not looked up
     * @param omission see {@link Profile#omission}
     */
    double bound(int name, double queryWeight, double listedWeight, double unseen, double omission) {
        double met = alike[name] + unseen;
        double left = Math.max(0, queryWeight - queryMet[name] - unseen);
        double right = Math.max(0, listedWeight - listedMet[name] - unseen);
        double against = 2 * Math.min(left, right) + omission * Math.abs(left - right);
        return 2 * met / (2 * met + against);
    }

    void clear() {
        for (int i = 0; i < size; i++) {
            alike[touched[i]] = 0;
            queryMet[touched[i]] = 0;
            listedMet[touched[i]] = 0;
        }
        size = 0;
    }
}
