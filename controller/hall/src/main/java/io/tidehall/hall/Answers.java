package io.tidehall.hall;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * The answers to recent requests, so that a repeated one is answered again and changes nothing.
 * They are kept in two generations: when the newer is an hour old, the older is dropped whole. An
 * answer is thus remembered for one hour at the least and two at the most.
 *
 * @param since when the newer generation began
 * @param newer answers by sender and request
 * @param older the generation before
 */
public record Answers(
    Instant since, TreePMap<String, Answered> newer, TreePMap<String, Answered> older) {
  private static final Duration GENERATION = Duration.ofHours(1);

  /** The events that answered a request, and when. */
  public record Answered(Instant at, List<Event> events) {}

  static Answers empty() {
    return new Answers(Instant.EPOCH, TreePMap.empty(), TreePMap.empty());
  }

  /** The answer to a request; null when there is none or it is long ago. */
  @Nullable Answered find(Actor actor, String request) {
    String key = key(actor, request);
    Answered answered = ((Map<String, Answered>) newer).get(key);
    return answered != null ? answered : ((Map<String, Answered>) older).get(key);
  }

  Answers with(Entry entry) {
    Answers current = at(entry.at());
    return new Answers(
        current.since,
        current.newer.plus(
            key(entry.actor(), entry.request()), new Answered(entry.at(), entry.events())),
        current.older);
  }

  /** All that is remembered, the oldest first. */
  public List<Answered> all() {
    return Stream.concat(older.values().stream(), newer.values().stream())
        .sorted(Comparator.comparing(Answered::at))
        .toList();
  }

  private Answers at(Instant now) {
    if (now.isBefore(since.plus(GENERATION))) {
      return this;
    }
    boolean longAgo = !now.isBefore(since.plus(GENERATION.multipliedBy(2)));
    return new Answers(now, TreePMap.empty(), longAgo ? TreePMap.empty() : newer);
  }

  /** Ids are made by senders: two senders may well make the same one. */
  private static String key(Actor actor, String request) {
    return actor.kind() + "/" + actor.id() + "/" + request;
  }
}
