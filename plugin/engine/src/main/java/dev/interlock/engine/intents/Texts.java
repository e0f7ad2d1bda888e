package dev.interlock.engine.intents;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.EscapingStrategy;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.HandlebarsException;
import com.github.jknack.handlebars.TagType;
import com.github.jknack.handlebars.Template;
import com.github.jknack.handlebars.context.MapValueResolver;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// Fills in the texts of contracts. Values are never taken for templates, and in e-mails never for
/// markup.
final class Texts {
  private final Handlebars plain = handlebars(EscapingStrategy.NOOP);
  private final Handlebars html = handlebars(EscapingStrategy.HTML_ENTITY);
  private final Map<Key, Text> compiled = new ConcurrentHashMap<>();

  private static Handlebars handlebars(EscapingStrategy escaping) {
    return new Handlebars(new NoPartials()).with(new FewHelpers()).with(escaping);
  }

  private record Key(String template, boolean markup) {}

  /// A text without markup.
  Text plain(String template) {
    return compiled.computeIfAbsent(new Key(template, false), key -> compile(plain, key));
  }

  /// A text in HTML.
  Text html(String template) {
    return compiled.computeIfAbsent(new Key(template, true), key -> compile(html, key));
  }

  private static Text compile(Handlebars engine, Key key) {
    try {
      Template template = engine.compileInline(key.template());
      var guarded = new TreeSet<>(template.collectReferenceParameters());
      var used = new TreeSet<>(template.collect(TagType.VAR, TagType.AMP_VAR, TagType.TRIPLE_VAR));
      var mentioned = new TreeSet<>(used);
      mentioned.addAll(guarded);
      used.removeAll(guarded);
      return new Text(template, mentioned, used);
    } catch (HandlebarsException | IOException broken) {
      throw new TextException(broken);
    }
  }

  /// A text ready to be filled in.
  ///
  /// @param mentioned all variables in it
  /// @param expected those that it takes for granted, because no `if` asks about them
  record Text(Template template, Set<String> mentioned, Set<String> expected) {
    Text {
      mentioned = Set.copyOf(mentioned);
      expected = Set.copyOf(expected);
    }

    String filled(Map<String, Map<String, String>> values) {
      Context context = Context.newBuilder(values).resolver(MapValueResolver.INSTANCE).build();
      try {
        return template.apply(context);
      } catch (HandlebarsException | IOException broken) {
        throw new TextException(broken);
      }
    }
  }
}
