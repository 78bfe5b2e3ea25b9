/**
 * What reading JSON may cost, for every body and every event of all services. It holds bounds and touches nothing but Jackson.
 */
@NullMarked
package dev.portcullis.platform.json;

import org.jspecify.annotations.NullMarked;
