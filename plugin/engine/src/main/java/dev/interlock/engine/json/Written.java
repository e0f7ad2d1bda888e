package dev.interlock.engine.json;

import java.util.List;

/// A thing in its written form, and the same taken apart: what many rows have in common, and what
/// is of one row alone.
///
/// @param whole all of it
/// @param form the same with a `null` in place of everything that is of one row alone
/// @param own what was there, in order, each as JSON
public record Written(String whole, String form, List<String> own) {
  public Written {
    own = List.copyOf(own);
  }
}
