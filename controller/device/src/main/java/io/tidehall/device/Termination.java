package io.tidehall.device;

import java.lang.reflect.Proxy;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears SIGTERM, SIGINT and SIGHUP, so that an app closes its window and says goodbye to the hall
 * before the JVM's shutdown hooks run. A hook of our own would run beside JavaFX's, which takes the
 * renderer away under an open window.
 */
final class Termination {
  private static final Logger log = LoggerFactory.getLogger(Termination.class);

  private Termination() {}

  /** Runs {@code end} at each signal; where signals cannot be heard, the shutdown hook remains. */
  static void listen(Runnable end) {
    try {
      // By reflection: javac warns of this class with a warning that cannot be suppressed.
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object listener =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (_, method, _) -> {
                if (method.getName().equals("handle")) {
                  end.run();
                }
                return null;
              });
      var handle = signal.getMethod("handle", signal, handler);
      for (String name : List.of("TERM", "INT", "HUP")) {
        handle.invoke(null, signal.getConstructor(String.class).newInstance(name), listener);
      }
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      log.info("Signals cannot be heard here ({}); the shutdown hook stops the app", e.toString());
    }
  }
}
