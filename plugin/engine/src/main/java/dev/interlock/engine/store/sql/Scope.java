package dev.interlock.engine.store.sql;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.engine.json.Written;
import dev.interlock.engine.store.sql.Jdbc.Binder;
import dev.interlock.engine.store.sql.Jdbc.Reader;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// One connection and how installations are numbered on it. Every statement's first question mark
/// is the installation, so that none is ever forgotten.
record Scope(Jdbc jdbc, Numbers numbers, Phrases phrases) {

  /// For one who only reads, and needs to know no phrases beforehand.
  Scope(Jdbc jdbc, Numbers numbers) {
    this(jdbc, numbers, new Phrases());
  }

  /// How a text is kept that is JSON or words: as the number of a phrase, or as it is.
  String kept(InstallationId installation, String text) {
    OptionalLong phrase = phrase(installation, text);
    return phrase.isPresent() ? Long.toString(phrase.getAsLong()) : text;
  }

  /// How a thing is kept that was taken apart: as the number of its form as a phrase, or a list of
  /// that and what goes into its gaps; or as it is.
  String kept(InstallationId installation, Written thing) {
    if (thing.own().isEmpty()) {
      return kept(installation, thing.whole());
    }
    OptionalLong form = phrase(installation, thing.form());
    return form.isPresent()
        ? "[" + form.getAsLong() + "," + String.join(",", thing.own()) + "]"
        : thing.whole();
  }

  /// The number of a text that has become a phrase.
  OptionalLong phrase(InstallationId installation, String text) {
    return phrases.of(numbers.of(installation, jdbc), text, jdbc);
  }

  int update(InstallationId installation, String sql, Binder rest) {
    long number = numbers.of(installation, jdbc);
    return jdbc.update(sql, values -> rest.bind(values.number(number)));
  }

  void updateOne(InstallationId installation, String sql, String what, Binder rest) {
    long number = numbers.of(installation, jdbc);
    jdbc.updateOne(sql, what, values -> rest.bind(values.number(number)));
  }

  <T> List<T> list(InstallationId installation, String sql, Binder rest, Reader<T> reader) {
    long number = numbers.of(installation, jdbc);
    return jdbc.list(sql, values -> rest.bind(values.number(number)), reader);
  }

  <T> Optional<T> one(InstallationId installation, String sql, Binder rest, Reader<T> reader) {
    return list(installation, sql, rest, reader).stream().findFirst();
  }

  long count(InstallationId installation, String sql, Binder rest) {
    return one(installation, sql, rest, row -> row.number("n")).orElse(0L);
  }
}
