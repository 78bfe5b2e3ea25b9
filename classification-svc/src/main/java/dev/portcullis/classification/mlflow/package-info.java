/**
 * The bridge to an MLflow model registry: a new model version becomes an item with a datasheet and a proposal, what was decided is written
 * back as tags, and somebody who changes such a tag is noticed. What a delivery says is only a reason to look; what is looked at comes from
 * the registry's REST API, and deliveries that are lost are made good by looking at everything from time to time.
 */
@NullMarked
package dev.portcullis.classification.mlflow;

import org.jspecify.annotations.NullMarked;
