/**
 * Holds the manifests to what they promise: rendered as a cluster would get them, strictly valid, restricted, without secrets,
 * and wired as the picture of the house shows. Reads the manifests and the contracts, and speaks to no cluster.
 */
@NullMarked
package dev.portcullis.k8s;

import org.jspecify.annotations.NullMarked;
