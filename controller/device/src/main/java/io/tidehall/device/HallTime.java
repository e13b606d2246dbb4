package io.tidehall.device;

import io.tidehall.protocol.HallStatus;
import io.tidehall.protocol.Language;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as the hall's people say them: in the hall's zone, 24 hours, no seconds. */
public record HallTime(ZoneId zone) {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);
  private static final DateTimeFormatter DATE_ZH =
      DateTimeFormatter.ofPattern("M月d日 EEEE", Locale.SIMPLIFIED_CHINESE);
  private static final DateTimeFormatter DATE_EN =
      DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

  /** Before the hall has said its zone. */
  public static HallTime unknown() {
    return new HallTime(SHANGHAI);
  }

  /** The zone the hall says; Asia/Shanghai when this machine does not know it. */
  public static HallTime of(HallStatus hall) {
    try {
      return new HallTime(ZoneId.of(hall.zone()));
    } catch (DateTimeException _) {
      return unknown();
    }
  }

  /** The hall's local time. */
  public LocalDateTime local(Instant at) {
    return LocalDateTime.ofInstant(at, zone);
  }

  /** Such as 14:05. */
  public String time(Instant at) {
    return TIME.format(at.atZone(zone));
  }

  /** Such as 11月5日 星期四 or Thu 5 Nov. */
  public String date(Instant at, Language language) {
    return date(at.atZone(zone).toLocalDate(), language);
  }

  /** A time to come, as near as people say it: 14:00, 明天 8:30, 11月9日 星期一 8:30. */
  public String until(LocalDateTime then, Instant now, Language language) {
    LocalDate today = now.atZone(zone).toLocalDate();
    String time = TIME.format(then);
    boolean english = language == Language.EN;
    if (then.toLocalDate().equals(today)) {
      return english ? time : "今天 " + time;
    }
    if (then.toLocalDate().equals(today.plusDays(1))) {
      return english ? time + " tomorrow" : "明天 " + time;
    }
    String date = date(then.toLocalDate(), language);
    return english ? time + " on " + date : date + " " + time;
  }

  private static String date(LocalDate date, Language language) {
    return (language == Language.EN ? DATE_EN : DATE_ZH).format(date);
  }
}
