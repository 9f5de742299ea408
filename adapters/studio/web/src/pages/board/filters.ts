import type { Priority, TicketType } from 'cairn-client';
import { useSearchParams } from 'react-router';

const NAMES = ['q', 'priority', 'type', 'assignee', 'label'] as const;

export type Filters = Partial<Record<(typeof NAMES)[number], string>>;

/** What the board shows is said in its address, so that it can be sent to somebody. */
export function useFilters(): { filters: Filters; showsClosed: boolean; set: (name: string, value: string) => void; clear: () => void } {
  const [parameters, setParameters] = useSearchParams();
  const filters: Filters = {};
  for (const name of NAMES) {
    const value = parameters.get(name);
    if (value) {
      filters[name] = value;
    }
  }
  const set = (name: string, value: string) =>
    setParameters((before) => {
      const next = new URLSearchParams(before);
      if (value) {
        next.set(name, value);
      } else {
        next.delete(name);
      }
      return next;
    }, { replace: true });
  return { filters, showsClosed: parameters.has('closed'), set, clear: () => setParameters({}, { replace: true }) };
}

/** As the API takes them. */
export function queryOf({ q, priority, type, assignee, label }: Filters) {
  return {
    ...(q && { q }),
    ...(priority && { priority: [priority as Priority] }),
    ...(type && { type: [type as TicketType] }),
    ...(assignee && { assignee }),
    ...(label && { label }),
  };
}
