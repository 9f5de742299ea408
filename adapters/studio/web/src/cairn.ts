import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { createCairn } from 'cairn-client/react';
import { session } from './session/session.ts';
import { problemToast } from './ui/Toast.tsx';

/** The server that this page comes from. */
export const cairn = createCairn();

/**
 * Events keep what is shown new, so nothing is read again for its age alone. Whoever hears that its session ended asks for another; a change
 * that was refused says why, unless its form does (`meta: { quiet: true }`).
 */
export const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Infinity, refetchOnWindowFocus: false, refetchOnReconnect: false, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
  queryCache: new QueryCache({ onError: (error) => session.ended(error) }),
  mutationCache: new MutationCache({
    onError: (error, _sent, _kept, { meta }) => {
      if (!session.ended(error) && !meta?.quiet) {
        problemToast(error);
      }
    },
  }),
});

/** The id of whoever looks at the page, which is shown only once it is known. What the browser keeps for them has it in its name. */
export function whoLooks(): string {
  return queries.getQueryData(cairn.query.getMe().queryKey)!.user.id;
}
