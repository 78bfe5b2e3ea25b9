/**
 * Measures how well names are found: lists, ordinary names and names as people and systems distort them, all from seeds, so that the same
 * figures come out everywhere. Used by the tests of this module and by the benchmarks.
 */
package dev.portcullis.screening.quality;
