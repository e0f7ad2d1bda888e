/// Holds requests and answers against the vendor's own OpenAPI files, where these are at hand.
///
/// Start at [dev.interlock.crm.highlevel.conformance.OpenApiConformance]. Other modules' tests get
/// it through this module's test-jar.
@NullMarked
package dev.interlock.crm.highlevel.conformance;

import org.jspecify.annotations.NullMarked;
