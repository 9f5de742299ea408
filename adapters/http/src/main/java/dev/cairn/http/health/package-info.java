/** Whether the server is there and ready. */
@NullMarked
package dev.cairn.http.health;

import org.jspecify.annotations.NullMarked;
