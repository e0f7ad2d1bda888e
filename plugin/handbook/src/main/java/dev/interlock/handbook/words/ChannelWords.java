package dev.interlock.handbook.words;

import dev.interlock.contract.model.Channel;
import java.util.Collection;

/// Channels in words; no channel at all stands for every one.
public final class ChannelWords {
  private ChannelWords() {}

  /// As in `a text message or an e-mail`; `a message` for every channel.
  public static String oneOf(Collection<Channel> channels) {
    if (channels.isEmpty()) {
      return "a message";
    }
    return Phrases.or(channels.stream().map(ChannelWords::one).toList());
  }

  /// As in `texts and e-mails`; `all messages` for every channel.
  public static String allOf(Collection<Channel> channels) {
    if (channels.isEmpty()) {
      return "all messages";
    }
    return Phrases.and(channels.stream().map(Channel::many).toList());
  }

  /// As in `a text message`.
  public static String one(Channel channel) {
    return (channel == Channel.EMAIL ? "an " : "a ") + channel.one();
  }
}
