/** The routes that say whether the server is alive and ready. */
@NullMarked
package dev.cairn.http.health;

import org.jspecify.annotations.NullMarked;
