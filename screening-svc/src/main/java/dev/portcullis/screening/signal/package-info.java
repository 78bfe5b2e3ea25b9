/**
 * Owns signals: news that may change what is permitted. It reads documents of the Federal Register by rules that are data, compares
 * editions of lists and of law, stores what it learns, publishes it and says which kept parties it touches. Reading is pure; polling,
 * storing and streaming are adapters around it. It may ask {@code list} and {@code party} and changes neither.
 */
@NullMarked
package dev.portcullis.screening.signal;

import org.jspecify.annotations.NullMarked;
