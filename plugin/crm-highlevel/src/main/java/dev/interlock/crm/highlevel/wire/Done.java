package dev.interlock.crm.highlevel.wire;

/// It was done, and there is nothing more to tell.
public enum Done {
  DONE
}
