package io.tidehall.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The hall's answer to a {@link DeviceRequest}. It is sent only after what it tells is durable.
 *
 * @param request the id of the request answered
 * @param at when the hall decided
 */
public record HallAnswer(String request, Instant at, Reply reply) implements Message {
  public HallAnswer {
    request = Check.id("request", request);
    at = Check.present("at", at);
    reply = Check.present("reply", reply);
  }

  /** What the hall says. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = TicketIssued.class, name = "TicketIssued"),
    @JsonSubTypes.Type(value = TicketExists.class, name = "TicketExists"),
    @JsonSubTypes.Type(value = LineFor.class, name = "LineFor"),
    @JsonSubTypes.Type(value = Done.class, name = "Done"),
    @JsonSubTypes.Type(value = Refused.class, name = "Refused")
  })
  public sealed interface Reply {}

  /**
   * A ticket was issued.
   *
   * @param slip whether its slip is on its way to the printer; null from a hall that does not say
   */
  public record TicketIssued(TicketView ticket, @Nullable Boolean slip) implements Reply {
    /** Nothing is said of a slip. */
    public TicketIssued(TicketView ticket) {
      this(ticket, null);
    }

    public TicketIssued {
      ticket = Check.present("ticket", ticket);
    }
  }

  /** The person already has a live ticket of the line: this one. A reprint may be offered. */
  public record TicketExists(TicketView ticket) implements Reply {
    public TicketExists {
      ticket = Check.present("ticket", ticket);
    }
  }

  /** One ticket of this line is good for all of the items asked for. */
  public record LineFor(String line) implements Reply {
    public LineFor {
      line = Check.id("line", line);
    }
  }

  /** It was done, and there is nothing more to tell. */
  public record Done() implements Reply {}

  /**
   * The rules say no.
   *
   * @param code the refusal's name, such as {@code LINE_CLOSED}
   * @param because what to tell the person at the device
   */
  public record Refused(String code, Text because) implements Reply {
    public Refused {
      code = Check.id("code", code);
      because = Check.present("because", because);
    }
  }
}
