package dev.interlock.crm.highlevel.conformance;

import dev.interlock.crm.highlevel.conformance.Violation.Part;

/// One thing about which the vendor's description is known to be wrong, and how we know.
public record Deviation(String operationId, Part part, String place, String rule, String reason) {
  boolean covers(Violation violation) {
    return violation.operationId().equals(operationId)
        && violation.part() == part
        && violation.place().equals(place)
        && violation.rule().equals(rule);
  }
}
