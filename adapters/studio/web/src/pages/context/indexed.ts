import { useEffect, useRef } from 'react';
import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useLiveQuery } from 'cairn-client/react';
import { cairn } from '../../cairn.ts';

/** The newest entry of the log that says that the index of a project changed; undefined as long as nobody knows, null when there is none. */
export function useIndexed(project: string) {
  const { data } = useLiveQuery(cairn.query.listActivity({ query: { project, types: 'project.indexed', limit: 1 } }));
  return data && (data.items[0] ?? null);
}

/**
 * Reads a query anew when what it hangs on becomes another. For those that are too large to be read at each event of a project.
 *
 * @param mark undefined as long as it is not known
 */
export function useAnew(queryKey: QueryKey, mark: unknown): void {
  const client = useQueryClient();
  const known = useRef(mark);
  useEffect(() => {
    if (known.current !== undefined && known.current !== mark) {
      void client.invalidateQueries({ queryKey, exact: true });
    }
    known.current = mark;
  }, [mark]);
}
