/** The folders of projects on the disk: walked by single names, never through a link, and never outside (R50). */
@NullMarked
package dev.cairn.files;

import org.jspecify.annotations.NullMarked;
