package io.tidehall.link;

import io.tidehall.protocol.Act;
import io.tidehall.protocol.DeviceStatus;
import io.tidehall.protocol.HallAnswer;
import io.tidehall.protocol.Message;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a device app holds: its presence, its status, the hall's states, and requests that are asked
 * until they are answered. All callbacks run one at a time on the link's thread.
 */
public interface DeviceSession extends AutoCloseable {
  /** How well the hall can be reached. */
  enum Reach {
    /** Broker and controller answer. */
    ONLINE,
    /** The broker is there, but the controller's clock has fallen silent. */
    NO_CONTROLLER,
    /** The broker cannot be reached. */
    NO_BROKER
  }

  /** Starts; presence is announced, and what was spooled before a restart is asked again. */
  void open();

  /**
   * Asks the hall. A wish that the hall has not answered within {@link Act#goodFor()} fails with
   * {@link NotAnsweredException}; a fact ({@code goodFor} over an hour) is kept on disk and
   * repeated over restarts until it is answered.
   */
  default CompletableFuture<HallAnswer.Reply> ask(Act act) {
    return ask(UUID.randomUUID().toString(), act);
  }

  /**
   * Asks under an id of one's own, unique for ever: the hall acts once for each id, so whoever got
   * no answer may ask again under the same one.
   */
  CompletableFuture<HallAnswer.Reply> ask(String id, Act act);

  /** Listens to a state topic; malformed messages are counted, logged and dropped. */
  <M extends Message> void watch(String topic, Class<M> type, Consumer<M> consumer);

  /** Is told of each change of reach, and at once of how it is now. */
  void watchReach(Consumer<Reach> consumer);

  /** Tells the hall how the device is; retained, sent only when changed. */
  void report(DeviceStatus.Paper paper, java.util.List<String> faults);

  /** How many jobs of a printer may or may not be on paper; told with the next status. */
  default void doubts(int jobs) {}

  /** What a printer has printed of its roll, or null; told with the next status. */
  default void roll(DeviceStatus.@Nullable Roll roll) {}

  /** Runs {@code refused} each time the broker does not know this device or its secret any more. */
  default void onRefusal(Runnable refused) {}

  /** The hall's clock: the device's own, corrected by what the hall last said. */
  InstantSource hallClock();

  /** When the hall was last heard; {@link Instant#EPOCH} if never. */
  Instant lastHeard();

  /** Messages dropped because they were malformed. */
  long malformed();

  @Override
  void close();

  /** The hall did not answer in time; whether it acted is not known, but asking again is safe. */
  final class NotAnsweredException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotAnsweredException(String message) {
      super(message);
    }
  }
}
