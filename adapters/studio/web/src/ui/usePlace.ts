import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

type Changes = Record<string, string | undefined>;

/**
 * What of a page is shown, as its address says it, so that a link and the back button lead there. A change is a step to go back over, unless it
 * is `passing`, as what somebody types is.
 */
export function usePlace(): [URLSearchParams, (changes: Changes, passing?: boolean) => void] {
  const [params, setParams] = useSearchParams();
  const go = useCallback(
    (changes: Changes, passing = false) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          Object.entries(changes).forEach(([name, value]) => (value ? next.set(name, value) : next.delete(name)));
          return next;
        },
        { replace: passing, preventScrollReset: true },
      ),
    [setParams],
  );
  return [params, go];
}
