import { type FormEvent, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useNavigate } from 'react-router';
import { cairn } from '../../cairn.ts';
import { Actor } from '../../ui/Actor.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { Refused } from '../../ui/Refused.tsx';
import type { Somebody } from './names.ts';
import { pathOf } from './path.ts';
import { PersonPicker } from './PersonPicker.tsx';
import styles from './NewConversation.module.css';

const KINDS = [
  { id: 'channel', name: 'Channel', about: 'for everybody in the project' },
  { id: 'chat', name: 'Chat', about: 'on one subject, for the project’s editors' },
  { id: 'direct', name: 'Direct', about: 'for you and those you choose, nobody else' },
  { id: 'own', name: 'Your own', about: 'for you and agents, in no project' },
] as const;

type Kind = (typeof KINDS)[number]['id'];

export function NewConversation({ project, onClose }: { project: string; onClose: () => void }) {
  const [kind, setKind] = useState<Kind>('channel');
  const [people, setPeople] = useState<readonly Somebody[]>([]);
  const navigate = useNavigate();
  const create = useMutation({
    mutationFn: (title: string) => begin(project, kind, title, people),
    meta: { quiet: true },
    onSuccess: (id) => {
      onClose();
      void navigate(pathOf(project, id));
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    create.mutate(String(new FormData(event.currentTarget).get('title') ?? '').trim());
  };
  const chosen = people.filter(({ isAgent }) => isAgent || kind === 'direct');
  return (
    <Dialog title="New conversation" onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <fieldset className={styles.kinds}>
          <legend className={styles.legend}>Kind</legend>
          {KINDS.map(({ id, name, about }) => (
            <label key={id} className={styles.kind}>
              <input type="radio" name="kind" checked={kind === id} onChange={() => setKind(id)} autoFocus={id === 'channel'} />
              <span><strong>{name}</strong> <span className={styles.about}>{about}</span></span>
            </label>
          ))}
        </fieldset>
        <Field label={kind === 'direct' ? 'Title, if it is to have another than their names' : 'Title'} name="title" required={kind !== 'direct'} maxLength={200} />
        {kind !== 'channel' && (
          <>
            {chosen.length > 0 && (
              <ul className={styles.chosen} aria-label="Who takes part">
                {chosen.map((each) => (
                  <li key={each.id}><Actor name={each.name} /><Button kind="quiet" icon={X} iconOnly onClick={() => setPeople(people.filter(({ id }) => id !== each.id))}>{`Leave ${each.name} out`}</Button></li>
                ))}
              </ul>
            )}
            <PersonPicker label={kind === 'direct' ? 'With whom' : 'Agents that answer in it'} agentsOnly={kind !== 'direct'} without={people.map(({ id }) => id)} onPick={(somebody) => setPeople([...people, somebody])} />
          </>
        )}
        <Refused error={create.error} />
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" busy={create.isPending} disabled={kind === 'direct' && chosen.length === 0}>Create</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

async function begin(project: string, kind: Kind, title: string, people: readonly Somebody[]): Promise<string> {
  const agents = people.filter(({ isAgent }) => isAgent).map(({ id }) => id);
  if (kind === 'direct') {
    return (await cairn.beginConversation({ body: { kind, participants: people.map(({ id }) => id), ...(title && { title }) } })).id;
  }
  return kind === 'own'
    ? (await cairn.beginConversation({ body: { kind: 'chat', title, participants: agents } })).id
    : (await cairn.createConversation({ path: { project }, body: { kind, title, ...(kind === 'chat' && { agents }) } })).id;
}
