/** Who gets what over HTTP: every route, for every kind of caller and thing (P18). */
@NullMarked
package dev.cairn.server.access;

import org.jspecify.annotations.NullMarked;
