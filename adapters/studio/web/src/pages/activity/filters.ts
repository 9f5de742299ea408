import { EventType } from 'cairn-client';
import { useSearchParams } from 'react-router';

/** The API takes so many types in one request. */
const TYPES_MAX = 50;

/** What can be chosen, each with the first words of the types that belong to it. */
export const KINDS: Record<string, { name: string; of: readonly string[] }> = {
  tickets: { name: 'Tickets', of: ['ticket'] },
  tasks: { name: 'Tasks', of: ['task'] },
  comments: { name: 'Comments', of: ['comment'] },
  links: { name: 'Links', of: ['link'] },
  work: { name: 'Work and queues', of: ['queue_item', 'queue', 'claim'] },
  talk: { name: 'Talk', of: ['conversation', 'message', 'run'] },
  artifacts: { name: 'Artifacts', of: ['artifact'] },
  knowledge: { name: 'Prompts and memories', of: ['prompt', 'memory'] },
  project: { name: 'The project', of: ['project'] },
};

export type Filters = { type: string; actor: string; entity: string };

/** Which entries are shown is said in the address. */
export function useFilters(): { filters: Filters; set: (part: Partial<Filters>) => void } {
  const [parameters, setParameters] = useSearchParams();
  const filters = { type: parameters.get('type') ?? '', actor: parameters.get('actor') ?? '', entity: parameters.get('entity') ?? '' };
  // What the address says by now may not have been drawn yet.
  const set = (part: Partial<Filters>) => {
    const wanted = { ...Object.fromEntries(new URLSearchParams(location.search)), ...part };
    setParameters(Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== '')), { replace: true });
  };
  return { filters, set };
}

/** As the API takes them: `work` is all types of work, `ticket.created` is itself. */
export function typesOf(type: string): string | undefined {
  const kind = KINDS[type];
  const types = Object.values<string>(EventType).filter((each) => (kind ? kind.of.includes(each.split('.')[0] ?? '') : each === type));
  return types.length > 0 ? types.slice(0, TYPES_MAX).join(',') : undefined;
}
