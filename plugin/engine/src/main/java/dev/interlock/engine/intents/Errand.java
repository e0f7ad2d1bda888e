package dev.interlock.engine.intents;

import dev.interlock.crm.Crm.Detail;
import dev.interlock.crm.Deed;
import java.util.Map;
import java.util.Set;

/// What is really done for a command, with every text ready.
sealed interface Errand {
  /// The CRM is told something.
  record InCrm(Deed deed) implements Errand {}

  /// Named values are posted to an address.
  record Post(String url, Map<String, String> values) implements Errand {
    public Post {
      values = Map.copyOf(values);
    }
  }

  /// The contact is read.
  record ReadContact(Set<Detail> details) implements Errand {
    public ReadContact {
      details = Set.copyOf(details);
    }
  }
}
