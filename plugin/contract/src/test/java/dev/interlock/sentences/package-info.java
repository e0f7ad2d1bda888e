/// Sentences in the language, as an author outside our packages writes them, and what they mean.
@NullMarked
package dev.interlock.sentences;

import org.jspecify.annotations.NullMarked;
