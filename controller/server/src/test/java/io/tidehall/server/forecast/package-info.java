/** Tests of the forecasts. */
@NullMarked
package io.tidehall.server.forecast;

import org.jspecify.annotations.NullMarked;
