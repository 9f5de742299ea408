/** The description of the API, and the page that shows it. */
@NullMarked
package dev.cairn.http.docs;

import org.jspecify.annotations.NullMarked;
