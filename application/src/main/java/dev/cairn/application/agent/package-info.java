/** Use cases of agents: who they are, and how they answer (R43, R44, R47, T1–T5). */
@NullMarked
package dev.cairn.application.agent;

import org.jspecify.annotations.NullMarked;
