package io.tidehall.server.hallfile;

import java.util.List;

/**
 * A guide (办事指南): what to bring, what happens, how long it takes and what it costs.
 *
 * @param promise promised time in words, such as 30个工作日, or empty
 * @param fee such as 免费, or empty
 */
public record Guide(List<String> materials, List<String> steps, String promise, String fee) {
  static final Guide NONE = new Guide(List.of(), List.of(), "", "");

  public Guide {
    materials = List.copyOf(materials);
    steps = List.copyOf(steps);
  }
}
