import { useQuery } from '@tanstack/react-query';
import { CairnProblem } from 'cairn-client';
import { cairn } from '../../cairn.ts';

/**
 * Whether people have accounts on this server; undefined as long as nobody knows. No operation says so: it is asked by a registration that can
 * never succeed, since it has no name.
 */
export function useAccounts(): boolean | undefined {
  const { data } = useQuery({
    queryKey: ['accounts'],
    queryFn: async () => {
      try {
        await cairn.register({ body: { username: '', password: '' } });
      } catch (error) {
        if (!(error instanceof CairnProblem) || error.status === 0) {
          throw error;
        }
        return error.code !== 'accounts_off';
      }
      return true;
    },
    gcTime: Infinity,
  });
  return data;
}
