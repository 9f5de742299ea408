import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ItemsOfSelectedFile, ProjectFile } from 'cairn-client';
import { cairn } from '../../cairn.ts';
import { useAnew, useIndexed } from './indexed.ts';

/** A project's limit for one person. */
export const SELECTED_MAX = 500;

export type Selection = {
  files: readonly ProjectFile[];
  has: (id: string) => boolean;
  /** Shows at once, and is taken back where the server refuses it. */
  change: (files: readonly ProjectFile[], chosen: boolean) => void;
};

/** The files that whoever looks has selected in a project. No event tells of it, as it is theirs alone. */
export function useSelection(project: string): Selection {
  const client = useQueryClient();
  const options = cairn.query.getSelection({ path: { project } });
  const { data } = useQuery(options);
  useAnew(options.queryKey, useIndexed(project)?.seq);
  const mutationKey = ['selection', project];
  const change = useMutation({
    mutationKey,
    scope: { id: mutationKey.join(' ') }, // One after the other, in the order of the ticks.
    mutationFn: ({ files, chosen }: { files: readonly ProjectFile[]; chosen: boolean }) => {
      const named = { path: { project }, body: { files: files.map(({ id }) => id) } };
      return chosen ? cairn.addToSelection(named) : cairn.removeFromSelection(named);
    },
    onMutate: async ({ files, chosen }) => {
      await client.cancelQueries({ queryKey: options.queryKey, exact: true });
      const before = client.getQueryData<ItemsOfSelectedFile>(options.queryKey)?.items ?? [];
      const ids = new Set(files.map(({ id }) => id));
      const kept = before.filter(({ file }) => !ids.has(file.id));
      client.setQueryData(options.queryKey, { items: chosen ? [...kept, ...files.map((file) => ({ file, reason: null }))] : kept });
    },
    onSuccess: (answer) => {
      if (client.isMutating({ mutationKey }) === 1) {
        client.setQueryData(options.queryKey, answer);
      }
    },
    onError: () => void client.invalidateQueries({ queryKey: options.queryKey, exact: true }),
  });
  const files = (data?.items ?? []).map(({ file }) => file);
  const ids = new Set(files.map(({ id }) => id));
  return { files, has: (id) => ids.has(id), change: (chosenFiles, chosen) => change.mutate({ files: chosenFiles, chosen }) };
}
