package io.tidehall.printer.agent;

import io.tidehall.printer.transport.Transport;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Queue;

/** A line on which comes what a test says, by itself or when something is sent. */
final class ScriptedLine implements Transport {
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

  private final Queue<Integer> coming = new ArrayDeque<>();
  private final Map<String, String> answers = new HashMap<>();
  private final List<String> sent = new ArrayList<>();

  void comes(String hex) {
    for (byte b : HEX.parseHex(hex)) {
      coming.add(b & 0xff);
    }
  }

  /** From now on {@code hex} is followed by {@code answer}. */
  void answers(String hex, String answer) {
    answers.put(hex, answer);
  }

  boolean isComing() {
    return !coming.isEmpty();
  }

  /** All that was sent, in hexadecimal. */
  List<String> sent() {
    return List.copyOf(sent);
  }

  @Override
  public void open() {}

  @Override
  public void send(byte[] bytes, Duration within) {
    String hex = HEX.formatHex(bytes);
    sent.add(hex);
    String answer = answers.get(hex);
    if (answer != null) {
      comes(answer);
    }
  }

  @Override
  public OptionalInt receive(Duration within) {
    Integer b = coming.poll();
    return b == null ? OptionalInt.empty() : OptionalInt.of(b);
  }

  @Override
  public String describe() {
    return "a line";
  }

  @Override
  public void close() {}
}
