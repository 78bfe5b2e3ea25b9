/** An HR system's traffic over SCIM, against personnel-svc and against SCIM-SDK with a sample handler in memory. */
@NullMarked
package dev.portcullis.benchmarks.scim;

import org.jspecify.annotations.NullMarked;
