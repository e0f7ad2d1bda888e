package dev.interlock.contract.model;

/// How much comes in, and how much the account in the CRM lets out, on a busy day.
public sealed interface Volume {
  /// How many.
  int perDay();

  /// Where the author said it.
  Position position();

  /// How often contacts enter a contract.
  record Entries(ContractId contract, int perDay, Position position) implements Volume {
    public Entries {
      required("entries into " + contract, perDay);
    }
  }

  /// How many calls to its programming interface the CRM lets one account make.
  record Calls(int perDay, Position position) implements Volume {
    public Calls {
      required("calls", perDay);
    }
  }

  /// How many messages the account may send by the channel.
  record Sends(Channel channel, int perDay, Position position) implements Volume {
    public Sends {
      required(channel.many(), perDay);
    }
  }

  private static void required(String what, int perDay) {
    if (perDay < 1) {
      throw new ContractException(perDay + " " + what + " per day; say 1 or more");
    }
  }
}
