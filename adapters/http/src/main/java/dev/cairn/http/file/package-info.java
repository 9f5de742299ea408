/** Routes of files. */
@NullMarked
package dev.cairn.http.file;

import org.jspecify.annotations.NullMarked;
