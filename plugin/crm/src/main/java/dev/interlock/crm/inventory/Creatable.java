package dev.interlock.crm.inventory;

import dev.interlock.contract.model.Operation.FieldKind;
import dev.interlock.contract.model.TagName;
import java.util.List;

/// Something that an account lacks and that might be made for it.
public sealed interface Creatable {
  /// What it is to be called.
  String name();

  /// What sort of thing it becomes.
  Thing.Kind kind();

  record Tag(TagName tag) implements Creatable {
    @Override
    public String name() {
      return tag.text();
    }

    @Override
    public Thing.Kind kind() {
      return Thing.Kind.TAG;
    }
  }

  /// A field of contacts; only a choice has options.
  record Field(String name, FieldKind holds, List<String> options) implements Creatable {
    public Field {
      options = List.copyOf(options);
    }

    @Override
    public Thing.Kind kind() {
      return Thing.Kind.FIELD;
    }
  }

  /// A constant of the account with its text.
  record Value(String name, String text) implements Creatable {
    @Override
    public Thing.Kind kind() {
      return Thing.Kind.VALUE;
    }
  }
}
