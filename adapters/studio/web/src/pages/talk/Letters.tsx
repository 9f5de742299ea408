import { useQuery } from '@tanstack/react-query';
import { RotateCcw, Trash2 } from 'lucide-react';
import { cairn } from '../../cairn.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Markdown } from '../../ui/Markdown.tsx';
import { Author, Face } from './MessageRow.tsx';
import type { Unsent } from './unsent.ts';
import row from './MessageRow.module.css';
import styles from './Letters.module.css';

/** What is on its way, and what was refused, with the reason. */
export function Letters({ unsent: { letters, refusals, sendAgain, drop } }: { unsent: Unsent }) {
  const name = useQuery(cairn.query.getMe()).data?.user.name ?? 'You';
  return letters.map((letter) => {
    const refused = refusals[letter.key];
    return (
      <article key={letter.key} className={classes(row.row, !refused && styles.sending)} aria-label={refused ? 'Not sent' : 'Being sent'} aria-busy={!refused}>
        <span className={row.face}><Face name={name} /></span>
        <div className={row.body}>
          <Author name={name} isAgent={false} />
          <Markdown text={letter.content} />
          {refused && (
            <div role="alert" className={styles.refused}>
              <span>Not sent: {refused.detail} {refused.hint}</span>
              <span className={styles.buttons}>
                <Button icon={RotateCcw} onClick={() => sendAgain(letter)}>Send again</Button>
                <Button kind="quiet" icon={Trash2} onClick={() => drop(letter)}>Discard</Button>
              </span>
            </div>
          )}
        </div>
      </article>
    );
  });
}
