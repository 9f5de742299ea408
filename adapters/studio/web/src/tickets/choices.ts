import { Priority, TicketStatus, TicketType } from 'cairn-client';
import { words } from '../ui/Status.tsx';

/** In the order in which work goes on. */
export const STATUSES = Object.values(TicketStatus);

const choices = (constants: Record<string, string>) => Object.values(constants).map((value) => ({ value, label: words(value) }));

export const STATUS_CHOICES = choices(TicketStatus);
export const TYPE_CHOICES = choices(TicketType);
export const PRIORITY_CHOICES = choices(Priority).reverse();

/** @param words separated by commas */
export function labelsOf(text: string): string[] {
  return [...new Set(text.split(',').map((label) => label.trim()).filter(Boolean))];
}
