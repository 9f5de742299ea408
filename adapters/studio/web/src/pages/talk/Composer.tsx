import { type FormEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import type { ShownConversation } from 'cairn-client';
import { SendHorizontal, UserPlus } from 'lucide-react';
import { Actor } from '../../ui/Actor.tsx';
import { Button } from '../../ui/Button.tsx';
import { Badge } from '../../ui/Status.tsx';
import { type Somebody, usePeople } from './names.ts';
import { useStored } from './stored.ts';
import styles from './Composer.module.css';

const CONTENT_MAX = 100_000;
const CHOICES_MAX = 6;

type Props = { conversation: ShownConversation; project: string; onSend: (content: string) => void; onInvite: () => void };

/** Where something is said; what is typed outlives a reload. */
export function Composer({ conversation, project, onSend, onInvite }: Props) {
  const [draft, setDraft] = useStored(`draft.${conversation.id}`, '');
  const [caret, setCaret] = useState(0);
  const [chosen, setChosen] = useState(0);
  const [dismissed, setDismissed] = useState<number>();
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const people = usePeople(conversation, project);
  const mention = mentionAt(draft, caret);
  const choices = mention && mention.from !== dismissed ? matching(people, mention.text) : [];
  const current = choices[Math.min(chosen, choices.length - 1)];

  const call = (somebody: Somebody) => {
    const before = `${draft.slice(0, mention!.from)}@${somebody.name} `;
    setDraft(() => before + draft.slice(caret));
    setCaret(before.length);
    requestAnimationFrame(() => field.current?.setSelectionRange(before.length, before.length));
    field.current?.focus();
  };
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (draft.trim()) {
      onSend(draft.trim());
      setDraft(() => '');
    }
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) {
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (current && step) {
      event.preventDefault();
      setChosen((choices.indexOf(current) + step + choices.length) % choices.length);
    } else if (current && (event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) {
      event.preventDefault();
      call(current);
    } else if (current && event.key === 'Escape') {
      event.preventDefault();
      setDismissed(mention?.from);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      send();
    }
  };
  const look = ({ selectionStart }: HTMLTextAreaElement) => {
    setCaret(selectionStart);
    setChosen(0);
  };
  return (
    <form className={styles.composer} onSubmit={send}>
      {choices.length > 0 && (
        <ul id={`${id}people`} role="listbox" aria-label="People and agents" className={styles.choices}>
          {choices.map((each) => (
            <li key={each.id} id={id + each.id} role="option" aria-selected={each === current} className={styles.choice} onMouseDown={(event) => event.preventDefault()} onClick={() => call(each)}>
              <Actor name={each.name} /> {each.isAgent && <Badge tone="accent">agent</Badge>}
            </li>
          ))}
        </ul>
      )}
      <div className={styles.box}>
        <textarea
          ref={field}
          className={styles.text}
          aria-label={`Message to ${conversation.title}`}
          aria-describedby={`${id}hint`}
          aria-autocomplete="list"
          aria-controls={choices.length > 0 ? `${id}people` : undefined}
          aria-activedescendant={current && id + current.id}
          placeholder={`Message ${conversation.kind === 'channel' ? '#' : ''}${conversation.title}`}
          maxLength={CONTENT_MAX}
          rows={1}
          value={draft}
          onChange={({ target }) => {
            setDraft(() => target.value);
            setDismissed(undefined);
            look(target);
          }}
          onSelect={({ currentTarget }) => look(currentTarget)}
          onKeyDown={onKey}
        />
        <Button kind="primary" type="submit" icon={SendHorizontal} iconOnly disabled={!draft.trim()}>Send</Button>
      </div>
      <p id={`${id}hint`} className={styles.hint}>
        <span><WhoAnswers conversation={conversation} people={people} onInvite={onInvite} /></span>
        <span className={styles.keys}>Enter sends, Shift-Enter begins a line. Markdown is understood.</span>
      </p>
    </form>
  );
}

function WhoAnswers({ conversation: { kind, participants }, people, onInvite }: { conversation: ShownConversation; people: readonly Somebody[]; onInvite: () => void }) {
  const agents = kind === 'channel' ? people.filter(({ isAgent }) => isAgent) : participants.filter(({ type }) => type === 'agent');
  const names = agents.slice(0, 3).map(({ name }) => name);
  if (names.length === 0) {
    return <>No agent answers here. <button type="button" className={styles.invite} onClick={onInvite}><UserPlus size={13} aria-hidden /> Take one in</button></>;
  }
  const all = new Intl.ListFormat('en', { type: kind === 'channel' ? 'disjunction' : 'conjunction' }).format([...names.map((name) => (kind === 'channel' ? `@${name}` : name)), ...(agents.length > 3 ? ['others'] : [])]);
  return kind === 'channel' ? <>Call {all} for an answer.</> : <>{all} {names.length > 1 ? 'answer' : 'answers'} what you say.</>;
}

/** What is being called where the caret is: from the @ on, which begins a word. */
function mentionAt(text: string, caret: number): { from: number; text: string } | undefined {
  const found = /(?:^|[^\p{L}\p{N}])@([^@\n]{0,60})$/u.exec(text.slice(0, caret));
  return found?.[1] === undefined ? undefined : { from: caret - found[1].length - 1, text: found[1].toLowerCase() };
}

function matching(people: readonly Somebody[], text: string): readonly Somebody[] {
  const fits = people.filter(({ name }) => name.toLowerCase().startsWith(text) || name.toLowerCase().split(/[\s._-]/).some((word) => word.startsWith(text)));
  if (fits.length === 1 && fits[0]?.name.toLowerCase() === text) {
    return []; // It is written already, and Enter sends.
  }
  return fits.toSorted((one, other) => Number(other.isAgent) - Number(one.isAgent)).slice(0, CHOICES_MAX);
}
