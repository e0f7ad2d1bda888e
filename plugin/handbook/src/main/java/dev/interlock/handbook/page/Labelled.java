package dev.interlock.handbook.page;

import java.util.List;

/// Sentences under a label.
public record Labelled(String label, List<String> sentences) {
  public Labelled {
    sentences = List.copyOf(sentences);
  }
}
