/// The canonical text of contracts and operations: written, read back, and hashed. Start at
/// [dev.interlock.contract.text.ContractText] and [dev.interlock.contract.text.ContentHash].
///
/// # The form
///
/// A first line names the kind and the version of the form; then comes one group. A group is a word
/// and its parts in parentheses, a part is a group, a quoted text or a bare value. What reads as a
/// line of its own (a step, an arm, an exit) stands on one:
///
///     interlock-contract 1
///     (contract "missed-call-text-back"
///       (title "Missed-call text-back")
///       (path
///         (send "text-back" (sms "Sorry we missed you.") (failing 3 (always (take (leave "failed")))))
///         (leave "done")))
///
/// # Decisions
///
/// - Only what is structurally empty is left out: an empty text, list or `Optional`, and the guard
///   that always holds. A default of the language is always written, so that an old text keeps its
///   meaning when the default changes.
/// - Sets are sorted; the order of lists is meaning and is kept.
/// - Spans, dates and times are in their ISO forms, numbers in plain digits.
/// - The words are the form's own and not names of Java constants, which may be renamed.
/// - Names are Unicode NFC, because the model's constructors make them so. Free text is written
///   code point by code point as its author wrote it; two spellings of one look are two texts.
/// - Controls, invisible formatting characters and halves of surrogate pairs are escaped, so that a
///   text survives every encoding that knows Unicode, and a difference can be seen.
/// - Positions in the author's source are no meaning: the canonical text has none. A text written
///   with them carries `@line` after a group's word, or `@"File.java":line` where the file differs
///   from that of the group around it.
@NullMarked
package dev.interlock.contract.text;

import org.jspecify.annotations.NullMarked;
