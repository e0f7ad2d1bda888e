package dev.interlock.contract.text;

import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.GroupName;
import dev.interlock.contract.model.Operation.Field;
import dev.interlock.contract.model.Operation.FieldKind;
import dev.interlock.contract.model.Operation.Tag;
import dev.interlock.contract.model.Operation.TagGroup;
import dev.interlock.contract.model.Operation.Writer;
import dev.interlock.contract.model.TagName;
import java.util.List;
import java.util.Set;

/// Tags, groups of tags and fields of an operation as text.
final class AttributeForm {
  private AttributeForm() {}

  static Node.Group write(Tag tag) {
    return Writing.line("tag", tag.position())
        .text(tag.name().text())
        .with(writers(tag.writers()))
        .done();
  }

  static Tag readTag(Reading parts) {
    return new Tag(new TagName(parts.text()), readWriters(parts), parts.position());
  }

  static Node.Group write(TagGroup group) {
    return Writing.line("group", group.position())
        .text(group.name().text())
        .value(group.oneMustHold() ? "exactly-one" : "at-most-one")
        .texts(group.members())
        .done();
  }

  static TagGroup readGroup(Reading parts) {
    GroupName name = new GroupName(parts.text());
    boolean oneMustHold = parts.isFirst("exactly-one", "at-most-one");
    return new TagGroup(name, parts.textSet(TagName::new), oneMustHold, parts.position());
  }

  static Node.Group write(Field field) {
    return Writing.line("field", field.position())
        .text(field.name().text())
        .value(kind(field.kind()))
        .unlessEmpty("options", field.options())
        .with(writers(field.writers()))
        .done();
  }

  static Field readField(Reading parts) {
    return new Field(
        new FieldName(parts.text()),
        parts.one(FieldKind.values(), AttributeForm::kind),
        parts.groupIfAny("options", all -> all.texts(text -> text)).orElse(List.of()),
        readWriters(parts),
        parts.position());
  }

  private static Node.Group writers(Set<Writer> writers) {
    return Writing.group("writers").values(writers, AttributeForm::writer).done();
  }

  private static Set<Writer> readWriters(Reading parts) {
    return parts.group("writers", all -> all.values(Writer.values(), AttributeForm::writer));
  }

  private static String kind(FieldKind kind) {
    return switch (kind) {
      case TEXT -> "text";
      case NUMBER -> "number";
      case DATE -> "date";
      case OPTION -> "option";
    };
  }

  private static String writer(Writer writer) {
    return switch (writer) {
      case STAFF -> "staff";
      case CONTACT -> "contact";
      case AUTOMATION -> "automation";
      case OTHER_APP -> "other-app";
    };
  }
}
