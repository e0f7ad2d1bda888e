package dev.interlock.verifier.template;

import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.HandlebarsError;
import com.github.jknack.handlebars.HandlebarsException;
import com.github.jknack.handlebars.TagType;
import com.github.jknack.handlebars.Template;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Reads templates with Handlebars.java. Safe for any number of threads.
public final class Templates {
  private static final Pattern PARTIAL = Pattern.compile("\\{\\{~?#?>");
  private static final Pattern BARE_HELPER = Pattern.compile("\\{\\{~?[#^]\\s*(if|unless)\\s*~?}}");

  private final Handlebars handlebars = new Handlebars();

  /// Many rules ask about the same few texts.
  private final Map<String, Reading> known = new ConcurrentHashMap<>();

  /// Reads a template without filling it.
  public Reading read(String template) {
    return known.computeIfAbsent(template, this::parsed);
  }

  private Reading parsed(String template) {
    if (PARTIAL.matcher(template).find()) {
      return new Reading.Unreadable(1, "a text cannot include other texts by {{>...}}");
    }
    if (BARE_HELPER.matcher(template).find()) {
      return new Reading.Unreadable(1, "if and unless need the variable that they ask about");
    }
    try {
      return read(handlebars.compileInline(template));
    } catch (HandlebarsException wrong) {
      return unreadable(wrong);
    } catch (IOException wrong) {
      return new Reading.Unreadable(1, reason(wrong));
    }
  }

  /// What a template refers to; nothing where it cannot be read.
  public Set<String> variables(String template) {
    return switch (read(template)) {
      case Reading.Read(var variables, _, _) -> variables;
      case Reading.Unreadable _ -> Set.of();
    };
  }

  private static Reading read(Template compiled) {
    Set<String> unescaped = collected(compiled, TagType.TRIPLE_VAR, TagType.AMP_VAR);
    Set<String> variables = collected(compiled, TagType.VAR);
    variables.addAll(unescaped);
    variables.addAll(compiled.collectReferenceParameters());
    Set<String> helpers =
        collected(
            compiled,
            TagType.SECTION,
            TagType.START_SECTION,
            TagType.SUB_EXPRESSION,
            TagType.STAR_VAR);
    return new Reading.Read(variables, unescaped, helpers);
  }

  private static Set<String> collected(Template compiled, TagType... types) {
    return new TreeSet<>(compiled.collect(types));
  }

  private static Reading unreadable(HandlebarsException wrong) {
    HandlebarsError error = wrong.getError();
    return error == null
        ? new Reading.Unreadable(1, reason(wrong))
        : new Reading.Unreadable(Math.max(1, error.line), error.reason);
  }

  private static String reason(Exception wrong) {
    Throwable cause = wrong.getCause() == null ? wrong : wrong.getCause();
    return List.of(String.valueOf(cause.getMessage()).split("\n", 2)).getFirst();
  }
}
