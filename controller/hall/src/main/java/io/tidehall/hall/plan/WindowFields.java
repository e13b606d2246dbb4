package io.tidehall.hall.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The life fields a window keeps to.
 *
 * @param home the field it keeps to first, or null: then all fields of its lines
 * @param second fields it may serve besides, at equal right
 */
public record WindowFields(@Nullable String home, List<String> second) {
  public WindowFields {
    second = second.stream().distinct().sorted().toList();
  }
}
