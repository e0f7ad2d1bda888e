/// What the pages about running work are made from: plain data, which the shell fills from its own
/// records. Start at [dev.interlock.handbook.story.OperationView] for the whole business and at
/// [dev.interlock.handbook.story.ContactStory] for one contact.
@NullMarked
package dev.interlock.handbook.story;

import org.jspecify.annotations.NullMarked;
