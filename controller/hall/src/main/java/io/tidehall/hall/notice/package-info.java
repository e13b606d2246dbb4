/** Notices (通知书): what a visitor is told in writing at the end of a service, in three copies. */
@NullMarked
package io.tidehall.hall.notice;

import org.jspecify.annotations.NullMarked;
