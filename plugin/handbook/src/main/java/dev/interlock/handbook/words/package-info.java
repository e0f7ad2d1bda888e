/// Readers that say every element of the model in plain English, as a client would read it: the
/// contact is "they", names stand in quotation marks, and nothing is left unsaid. Start at
/// [dev.interlock.handbook.words.Words].
@NullMarked
package dev.interlock.handbook.words;

import org.jspecify.annotations.NullMarked;
