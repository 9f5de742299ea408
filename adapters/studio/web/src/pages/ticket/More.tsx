import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Archive, ArchiveRestore, MoreHorizontal, Trash2 } from 'lucide-react';
import { useNavigate } from 'react-router';
import type { TicketBody } from 'cairn-client';
import { cairn } from '../../cairn.ts';
import { Button } from '../../ui/Button.tsx';
import { Confirm } from '../../ui/Confirm.tsx';
import { Menu, MenuItem } from '../../ui/Menu.tsx';
import { Badge } from '../../ui/Status.tsx';
import { toast } from '../../ui/Toast.tsx';
import { useReread } from './changes.ts';

/** What is done to a ticket as a whole. */
export function More({ ticket: { id, key, archivedAt }, project }: { ticket: TicketBody; project: string }) {
  const [isDeleting, setDeleting] = useState(false);
  const navigate = useNavigate();
  const path = { ticket: key };
  const onSuccess = useReread(key);
  const archive = useMutation({ ...cairn.mutation.archiveTicket(), onSuccess });
  const unarchive = useMutation({ ...cairn.mutation.unarchiveTicket(), onSuccess });
  const restore = useMutation({ ...cairn.mutation.restoreTicket(), onSuccess: () => void navigate(`/t/${key}`) });
  const remove = useMutation({
    ...cairn.mutation.deleteTicket(),
    onSuccess: () => {
      void navigate(`/p/${project}/board`);
      toast(`${key} was deleted`, { action: { name: 'Take it back', onSelect: () => restore.mutate({ path: { ticket: id } }) } });
    },
  });
  return (
    <>
      {archivedAt && <Badge>Archived</Badge>}
      <Menu trigger={<Button kind="quiet" icon={MoreHorizontal} iconOnly>{`More about ${key}`}</Button>}>
        {archivedAt ? (
          <MenuItem icon={ArchiveRestore} onSelect={() => unarchive.mutate({ path })}>Take out of the archive</MenuItem>
        ) : (
          <MenuItem icon={Archive} onSelect={() => archive.mutate({ path })}>Archive</MenuItem>
        )}
        <MenuItem icon={Trash2} danger onSelect={() => setDeleting(true)}>Delete</MenuItem>
      </Menu>
      {isDeleting && (
        <Confirm title={`Delete ${key}?`} action="Delete the ticket" busy={remove.isPending} onConfirm={() => remove.mutate({ path })} onClose={() => setDeleting(false)}>
          Its tasks, comments and links go with it. You can take it back right after.
        </Confirm>
      )}
    </>
  );
}
