package dev.interlock.contract.model;

/// The status of an opportunity, which CRMs keep apart from its stage.
public enum DealStatus {
  OPEN,
  WON,
  LOST,
  ABANDONED
}
