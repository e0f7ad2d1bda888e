package dev.interlock.app.web;

import java.util.Optional;

/// Knows all pages. They are made anew for each request, so that none shows what is over.
@FunctionalInterface
public interface Pages {

  /// The page at a path.
  ///
  /// @param path decoded, as `/contacts/abc`
  /// @param query looked-up parameters of the address
  Optional<Page> at(String path, Query query);

  /// The parameters of an address.
  @FunctionalInterface
  interface Query {
    /// The value of a parameter; empty text when it is absent.
    String value(String name);
  }
}
