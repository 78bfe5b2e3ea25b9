/**
 * The HR systems that facts come from, and up to when each has told what it knows. Where one is silent for longer than the limit, nobody
 * may rely on any person's record: the heartbeats of the topic of persons say so. Owns the table {@code hr_source}.
 */
@NullMarked
package dev.portcullis.personnel.source;

import org.jspecify.annotations.NullMarked;
