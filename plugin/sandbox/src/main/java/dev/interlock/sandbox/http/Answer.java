package dev.interlock.sandbox.http;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What the API says to a request.
record Answer(int status, ObjectNode body) {

  static Answer ok(ObjectNode body) {
    return new Answer(200, body);
  }

  static Answer created(ObjectNode body) {
    return new Answer(201, body);
  }

  /// The vendor's way to say yes, misspelt as it is.
  static Answer succeded() {
    return ok(Json.object().put("succeded", true));
  }

  /// Small things that every answer is made of.
  static final class Json {
    private Json() {}

    static ObjectNode object() {
      return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode wrapped(String name, ObjectNode inner) {
      var outer = object();
      outer.set(name, inner);
      return outer;
    }
  }
}
