import type { Active, Announcements, Over, ScreenReaderInstructions } from '@dnd-kit/core';

/**
 * What who cannot see it hears of what is dragged.
 *
 * @param nameOf what is dragged
 * @param placeOf what it is dragged over
 */
export function announcements(nameOf: (active: Active) => string, placeOf: (over: Over) => string): Announcements {
  return {
    onDragStart: ({ active }) => `${nameOf(active)} is picked up.`,
    onDragOver: ({ active, over }) => (over ? `${nameOf(active)} is over ${placeOf(over)}.` : undefined),
    onDragEnd: ({ active, over }) => (over ? `${nameOf(active)} is put where ${placeOf(over)} is.` : `${nameOf(active)} stays where it is.`),
    onDragCancel: ({ active }) => `${nameOf(active)} stays where it is.`,
  };
}

/** @param keys which arrows move it, such as "up and down" */
export function instructions(keys: string): ScreenReaderInstructions {
  return { draggable: `To move it, press Space, choose a place with the arrow keys ${keys}, and press Space again. Escape leaves it where it is.` };
}
