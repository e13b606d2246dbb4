package io.tidehall.launcher;

import io.tidehall.server.Controller;
import io.tidehall.server.hallfile.HallSetup;
import org.jspecify.annotations.Nullable;

/** A crowd of citizens and clerks. */
final class Demo implements AutoCloseable {
  private final boolean running;

  private Demo(boolean running) {
    this.running = running;
  }

  static Demo startIf(@Nullable Double speed, HallSetup hall, Controller controller) {
    return new Demo(false);
  }

  boolean running() {
    return running;
  }

  String words() {
    return "";
  }

  @Override
  public void close() {}
}
