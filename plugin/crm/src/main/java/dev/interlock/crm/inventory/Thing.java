package dev.interlock.crm.inventory;

import dev.interlock.contract.model.Operation.FieldKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Something that an account has, under a name that people see and an id that they do not.
public sealed interface Thing {
  /// The CRM's id.
  String id();

  /// As people see it, without blanks around it.
  String name();

  /// What sort of thing it is.
  Kind kind();

  /// A pipeline with its stages in the CRM's order.
  record Pipeline(String id, String name, List<Stage> stages) implements Thing {
    public Pipeline {
      stages = List.copyOf(stages);
    }

    @Override
    public Kind kind() {
      return Kind.PIPELINE;
    }
  }

  record Stage(String id, String name) implements Thing {
    @Override
    public Kind kind() {
      return Kind.STAGE;
    }
  }

  record Tag(String id, String name) implements Thing {
    @Override
    public Kind kind() {
      return Kind.TAG;
    }
  }

  /// A field of contacts.
  ///
  /// @param holds what it holds; empty where it is nothing that a contract can mean, such as a file
  /// @param sort what the CRM calls what it holds
  /// @param options what can be chosen; empty for fields that are no choice
  record Field(String id, String name, Optional<FieldKind> holds, String sort, List<String> options)
      implements Thing {
    public Field {
      options = List.copyOf(options);
    }

    @Override
    public Kind kind() {
      return Kind.FIELD;
    }
  }

  record User(String id, String name) implements Thing {
    @Override
    public Kind kind() {
      return Kind.USER;
    }
  }

  /// A calendar.
  ///
  /// @param active whether anybody can book in it
  record Calendar(String id, String name, boolean active) implements Thing {
    @Override
    public Kind kind() {
      return Kind.CALENDAR;
    }
  }

  /// One of the CRM's own automations.
  ///
  /// @param published whether contacts can be put into it
  record Automation(String id, String name, boolean published) implements Thing {
    @Override
    public Kind kind() {
      return Kind.AUTOMATION;
    }
  }

  /// A constant of the whole account, from which a setting can be taken.
  record Value(String id, String name, String text) implements Thing {
    @Override
    public Kind kind() {
      return Kind.VALUE;
    }
  }

  /// Sorts of things.
  enum Kind {
    PIPELINE("pipeline"),
    STAGE("stage"),
    TAG("tag"),
    FIELD("custom field"),
    USER("user"),
    CALENDAR("calendar"),
    AUTOMATION("automation"),
    VALUE("custom value");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /// As in "a custom field".
    public String word() {
      return word;
    }

    /// Whether two names mean the same thing of this kind. Settings find their values by letters
    /// and digits, so that `bookingLink` is `Booking link`; everything else goes by every letter.
    public boolean isSameName(String one, String other) {
      return this == VALUE ? isAlike(one, other) : one.equals(other);
    }

    /// Whether two names have the same letters and digits, so that one may be meant by the other.
    public static boolean isAlike(String one, String other) {
      return plain(one).equals(plain(other));
    }

    private static String plain(String name) {
      return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
  }
}
