package dev.cairn.domain.activity;

/**
 * The numbers and the place of the log at one moment.
 *
 * @param newest the last number behind which none comes later that is smaller: who follows begins here
 * @param last the greatest number of all, which is greater where transactions still run
 * @param oldest the smallest number that is kept; 0 when nothing is
 * @param place where the log is kept, as far as the engine can tell: another one in a copy that was restored elsewhere
 */
public record LogState(long newest, long last, long oldest, String place) {}
