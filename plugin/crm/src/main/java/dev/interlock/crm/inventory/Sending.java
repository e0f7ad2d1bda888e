package dev.interlock.crm.inventory;

import java.util.List;

/// Whether an account can write to people by a channel.
///
/// @param from the numbers or services that it would send from; empty when it cannot send
public record Sending(List<String> from) {
  public Sending {
    from = List.copyOf(from);
  }
}
