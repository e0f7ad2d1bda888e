package dev.interlock.handbook;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.Template;
import com.github.jknack.handlebars.cache.ConcurrentMapTemplateCache;
import com.github.jknack.handlebars.context.MapValueResolver;
import com.github.jknack.handlebars.context.MethodValueResolver;
import com.github.jknack.handlebars.io.ClassPathTemplateLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Prints page models through the templates of the top-level `templates` folder.
///
/// Every value is escaped, except drawings, which carry their own escaping. A template that asks
/// for something that its model does not have is a mistake of ours and fails, instead of leaving a
/// gap.
final class Press {
  private final Handlebars handlebars;
  private final Map<String, Template> templates = new ConcurrentHashMap<>();

  Press() {
    handlebars = new Handlebars(new ClassPathTemplateLoader("/templates/", ".hbs"));
    // without a cache, every use of a partial would parse it again
    handlebars.with(new ConcurrentMapTemplateCache());
    // the partial for steps contains itself, as steps contain steps
    handlebars.infiniteLoops(true);
    handlebars.prettyPrint(true);
    handlebars.registerHelperMissing((context, options) -> {
      throw new IllegalStateException(
          options.fn.filename() + " asks for " + options.helperName + ", which is not there");
    });
  }

  /// The page of a model.
  String print(String template, Object model) {
    Context context =
        Context.newBuilder(model)
            .resolver(MethodValueResolver.INSTANCE, MapValueResolver.INSTANCE)
            .build();
    try {
      return compiled(template).apply(context);
    } catch (IOException broken) {
      throw new UncheckedIOException("the template " + template + " cannot be printed", broken);
    }
  }

  private Template compiled(String name) {
    return templates.computeIfAbsent(
        name,
        each -> {
          try {
            return handlebars.compile(each);
          } catch (IOException missing) {
            throw new UncheckedIOException("the template " + each + " cannot be read", missing);
          }
        });
  }
}
