/**
 * A crowd for an empty hall: citizens who take tickets at a light kiosk, clerks who sign in and
 * work over HTTP, and light devices at the windows. It knows the controller only as they do, by
 * MQTT and HTTP, so that what works here works in a hall.
 */
@NullMarked
package io.tidehall.launcher.demo;

import org.jspecify.annotations.NullMarked;
