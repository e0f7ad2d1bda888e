package dev.interlock.engine.intents;

import dev.interlock.crm.Sent;
import java.util.Map;

/// Posts values to an address outside of the CRM.
public interface Poster {
  /// Posts once.
  ///
  /// @param key the same for every repetition of one command, so that the receiver can tell
  Sent post(String url, Map<String, String> values, String key);
}
