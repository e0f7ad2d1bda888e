package dev.interlock.crm.inventory;

import java.util.List;

/// What has become of something that contracts name since it was last looked at.
public sealed interface Change {
  /// What it was.
  Binding was();

  /// In words, as a whole sentence without its stop.
  String words();

  /// It has another name now, under which contracts do not find it.
  record Renamed(Binding was, String to) implements Change {
    @Override
    public String words() {
      return was.words() + " is now called *" + to + "*";
    }
  }

  /// It is gone, and nothing else has its name.
  record Removed(Binding was) implements Change {
    @Override
    public String words() {
      return was.words() + " is gone";
    }
  }

  /// Something else has its name. Contracts go by the name, so they use that.
  record MadeAnew(Binding was, String id) implements Change {
    @Override
    public String words() {
      return was.words() + " was made anew";
    }
  }

  /// The stages of a pipeline stand in another order to one another.
  record Reordered(Binding was, List<String> before, List<String> now) implements Change {
    public Reordered {
      before = List.copyOf(before);
      now = List.copyOf(now);
    }

    @Override
    public String words() {
      return "the stages of " + was.words() + " stand in another order: " + String.join(", ", now);
    }
  }
}
