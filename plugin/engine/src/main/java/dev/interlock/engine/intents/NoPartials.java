package dev.interlock.engine.intents;

import com.github.jknack.handlebars.io.AbstractTemplateLoader;
import com.github.jknack.handlebars.io.TemplateSource;
import java.io.FileNotFoundException;
import java.io.IOException;

/// Finds no other template: a text is all that it says.
final class NoPartials extends AbstractTemplateLoader {
  @Override
  public TemplateSource sourceAt(String location) throws IOException {
    throw new FileNotFoundException("a text includes no other, not even " + location);
  }
}
