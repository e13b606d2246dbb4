package io.tidehall.protocol;

import java.time.Instant;

/**
 * A device asks the hall for something. A repeat of the same id gets the first answer again and
 * changes nothing.
 *
 * @param id unique for ever; made by the sender
 * @param sentAt by the hall's clock, as the device knows it; an {@link Act} that came too late is
 *     refused
 * @param act what is asked
 */
public record DeviceRequest(String id, Instant sentAt, Act act) implements Message {
  public DeviceRequest {
    id = Check.id("id", id);
    sentAt = Check.present("sentAt", sentAt);
    act = Check.present("act", act);
  }
}
