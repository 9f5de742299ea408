/**
 * A client of Cairn's HTTP API. {@link dev.cairn.client.CairnClient}, {@link dev.cairn.client.Operation}, {@link
 * dev.cairn.client.Answers} and {@link dev.cairn.client.Bodies} are written from the API's description.
 */
@NullMarked
package dev.cairn.client;

import org.jspecify.annotations.NullMarked;
