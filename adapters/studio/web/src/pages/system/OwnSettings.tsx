import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLiveQuery } from 'cairn-client/react';
import { cairn } from '../../cairn.ts';
import { Button } from '../../ui/Button.tsx';
import { Answered } from '../../ui/States.tsx';
import styles from './System.module.css';

/** What programs keep for whoever looks, whatever it means to them. */
export function OwnSettings() {
  const client = useQueryClient();
  const options = cairn.query.getMySettings();
  const settings = useLiveQuery(options);
  const forget = useMutation({ ...cairn.mutation.removeSetting(), onSettled: () => void client.invalidateQueries({ queryKey: options.queryKey }) });
  return (
    <section className={styles.section} aria-labelledby="own">
      <h2 id="own">What programs keep for you</h2>
      <Answered query={settings}>
        {(values) =>
          Object.keys(values).length === 0 ? (
            <p className={styles.soft}>Nothing. A program keeps a setting with <code>PUT /api/v1/settings/user/…</code>, and you can forget it here.</p>
          ) : (
            <ul className={styles.list}>
              {Object.entries(values).map(([key, value]) => (
                <li key={key} className={styles.row}>
                  <code>{key} = {JSON.stringify(value)}</code>
                  <Button kind="quiet" busy={forget.isPending && forget.variables.path.key === key} onClick={() => forget.mutate({ path: { key } })}>
                    Forget<span className="sr-only"> {key}</span>
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </section>
  );
}
