/** What happens, told to those who follow it while it happens. */
@NullMarked
package dev.cairn.application.event;

import org.jspecify.annotations.NullMarked;
