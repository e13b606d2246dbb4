package io.tidehall.server.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.Decision;
import io.tidehall.hall.Event;
import io.tidehall.hall.Hall;
import io.tidehall.hall.Request;
import io.tidehall.protocol.Text;
import io.tidehall.server.view.Words;
import io.tidehall.server.writer.Answer;
import io.tidehall.server.writer.HallWriter;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** From a command to an HTTP answer: one place for the whole mapping. */
final class Replies {
  /** The header that makes a repeated request harmless (IETF draft idempotency-key-header). */
  static final String KEY = "Idempotency-Key";

  private final HallWriter writer;

  Replies(HallWriter writer) {
    this.writer = writer;
  }

  /** Submits a command and answers the request with its outcome. */
  void submit(Context ctx, Actor actor, Command command) {
    String key = ctx.header(KEY);
    submit(ctx, actor, command, key == null || key.isBlank() ? UUID.randomUUID().toString() : key);
  }

  /** Submits a command that repeats are harmless to, and answers with what came of it. */
  void submit(Context ctx, Actor actor, Command command, Function<Answer, Object> body) {
    submit(
        ctx,
        actor,
        command,
        UUID.randomUUID().toString(),
        answer -> {
          switch (answer.decision()) {
            case Decision.Accepted _ -> ctx.json(body.apply(answer));
            case Decision.Refused no -> refused(ctx, no);
          }
        });
  }

  /** Submits a command under a key of the controller's own. */
  void submit(Context ctx, Actor actor, Command command, String key) {
    submit(ctx, actor, command, key, answer -> answer(ctx, answer));
  }

  private void submit(
      Context ctx, Actor actor, Command command, String key, Consumer<Answer> answered) {
    try {
      answered.accept(writer.submit(new Request(id(actor, key), actor, command)).get());
    } catch (ExecutionException e) {
      failed(ctx, e.getCause());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      problem(ctx, HttpStatus.SERVICE_UNAVAILABLE, "STOPPED", Words.text("edge.STOPPED"), "");
    }
  }

  /** Whether an actor's request was accepted before, and now comes once more. */
  boolean answered(Context ctx, Actor actor) {
    String key = ctx.header(KEY);
    return key != null && Hall.answered(writer.state(), actor, id(actor, key));
  }

  /** The id of a request that an actor sends under a key. */
  static String id(Actor actor, String key) {
    return actor.id() + ":" + key;
  }

  private static void answer(Context ctx, Answer answer) {
    switch (answer.decision()) {
      case Decision.Accepted accepted ->
          ctx.json(new Api.Done(answer.state().seq(), ticket(accepted)));
      case Decision.Refused no -> refused(ctx, no);
    }
  }

  static void refused(Context ctx, Decision.Refused no) {
    problem(
        ctx, HttpStatus.CONFLICT, no.refusal().name(), Words.refusal(no.refusal()), no.because());
  }

  private static void failed(Context ctx, @Nullable Throwable cause) {
    switch (cause) {
      case HallWriter.BusyException busy ->
          problem(
              ctx,
              HttpStatus.SERVICE_UNAVAILABLE,
              "BUSY",
              Words.text("edge.BUSY"),
              String.valueOf(busy.getMessage()));
      case HallWriter.StoppedException stopped ->
          problem(
              ctx,
              HttpStatus.SERVICE_UNAVAILABLE,
              "STOPPED",
              Words.text("edge.STOPPED"),
              String.valueOf(stopped.getMessage()));
      case null, default ->
          problem(
              ctx,
              HttpStatus.INTERNAL_SERVER_ERROR,
              "FAULT",
              Words.text("edge.BUSY"),
              "A fault of the controller; see its log");
    }
  }

  static void problem(Context ctx, HttpStatus status, String code, Text message, String detail) {
    ctx.status(status).json(new Api.Problem(code, message, detail));
  }

  private static String ticket(Decision.Accepted accepted) {
    for (Event event : accepted.events()) {
      switch (event) {
        case Event.TicketIssued issued -> {
          return issued.ticket().value();
        }
        case Event.TicketCalled called -> {
          return called.ticket().value();
        }
        default -> {}
      }
    }
    return "";
  }
}
