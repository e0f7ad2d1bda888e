/// What the texts of contracts may say: the variables of their Handlebars templates, as data. Start
/// at [dev.interlock.contract.template.Vocabulary].
///
/// There is no template engine in here: the verifier parses texts against the vocabulary, and the
/// engine fills them from it, so that neither can know a variable that the other does not.
@NullMarked
package dev.interlock.contract.template;

import org.jspecify.annotations.NullMarked;
