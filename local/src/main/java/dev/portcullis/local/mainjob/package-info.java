/**
 * The main job: an HR system, an engineer, a screener, a license manager, a gateway and an auditor do their day's work through the
 * services' public APIs, each with a token of its own, and what the gate decides is held against a table that was worked out from
 * the regulation. Knows the APIs as a client does; shares no code with the services.
 */
@NullMarked
package dev.portcullis.local.mainjob;

import org.jspecify.annotations.NullMarked;
