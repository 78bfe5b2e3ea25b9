package dev.portcullis.classification.datasheet;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;

/**
 * What an item does with cryptography (15 CFR 774 Supp. 1, Category 5 Part 2).
 *
 * @param dataConfidentiality whether it can encrypt for confidentiality, that is for more than authentication, signature, integrity,
 *     non-repudiation or rights management (5A002.a, Technical Note 1)
 * @param symmetricKeyBits longest symmetric key without parity bits; 0 where there is none
 * @param asymmetricKeyBits longest key in bits of factorization or of discrete logarithms in a multiplicative group, such as RSA or
 *     Diffie-Hellman, not over elliptic curves (a characteristic of its own); 0 where there is none
 * @param excludedByNote4 whether the item's primary function is none of information security, computing, communication, storage or
 *     networking, and cryptography only supports it (Note 4 to Category 5 Part 2)
 * @param massMarket whether it was classified as mass market under 740.17(b) (Note 3 to Category 5 Part 2)
 * @param standardAlgorithms whether all algorithms are published or commercial standards (15 CFR 772.1, non-standard cryptography)
 */
public record Cryptography(
        @Nullable Boolean dataConfidentiality,
        @Nullable @PositiveOrZero @Max(1_000_000) Integer symmetricKeyBits,
        @Nullable @PositiveOrZero @Max(1_000_000) Integer asymmetricKeyBits,
        @Nullable Boolean excludedByNote4,
        @Nullable Boolean massMarket,
        @Nullable Boolean standardAlgorithms) {}
