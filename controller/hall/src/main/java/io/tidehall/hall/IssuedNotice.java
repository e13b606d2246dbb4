package io.tidehall.hall;

import io.tidehall.hall.Command.SlipEnd;
import io.tidehall.hall.notice.Copy;
import io.tidehall.hall.notice.Notice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notice of today and how the printing of its copies goes, the newest job of each copy.
 *
 * @param copies empty while nothing was to be printed
 */
public record IssuedNotice(Notice notice, List<Print> copies) {
  public IssuedNotice {
    copies = List.copyOf(copies);
  }

  /**
   * A copy's print job.
   *
   * @param end how it ended, or null
   */
  public record Print(Copy copy, String job, @Nullable SlipEnd end) {}

  /** A copy is to be printed (anew). */
  public IssuedNotice with(Copy copy, String job) {
    var next = new ArrayList<>(copies);
    next.removeIf(it -> it.copy() == copy);
    next.add(new Print(copy, job, null));
    return new IssuedNotice(notice, next);
  }

  /** A job has ended; one that has been replaced changes nothing. */
  public IssuedNotice ended(String job, SlipEnd end) {
    return new IssuedNotice(
        notice,
        copies.stream()
            .map(it -> it.job().equals(job) ? new Print(it.copy(), job, end) : it)
            .toList());
  }
}
