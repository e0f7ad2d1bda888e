/// Explains contracts to the people who live with them: pages, diagrams and stories.
///
/// What it writes comes from the model and the journal alone, through the templates of the
/// top-level `templates` folder.
@NullMarked
package dev.interlock.handbook;

import org.jspecify.annotations.NullMarked;
