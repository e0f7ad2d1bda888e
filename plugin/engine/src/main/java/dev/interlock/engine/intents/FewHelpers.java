package dev.interlock.engine.intents;

import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.helper.DefaultHelperRegistry;
import dev.interlock.contract.template.Vocabulary;
import org.jspecify.annotations.Nullable;

/// Knows only the helpers that texts may use: the usual ones also log, look things up and include
/// files.
final class FewHelpers extends DefaultHelperRegistry {
  @Override
  public <C> @Nullable Helper<C> helper(String name) {
    return Vocabulary.HELPERS.contains(name) ? super.helper(name) : null;
  }
}
