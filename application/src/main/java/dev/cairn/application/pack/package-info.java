/** Context packs: tickets, prompts, conversations and files as one text within a budget of tokens (R52). */
@NullMarked
package dev.cairn.application.pack;

import org.jspecify.annotations.NullMarked;
