import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { cairn } from '../../cairn.ts';
import { Button } from '../../ui/Button.tsx';
import { Confirm } from '../../ui/Confirm.tsx';
import { counted } from '../../ui/figures.ts';
import { Answered } from '../../ui/States.tsx';
import { Status } from '../../ui/Status.tsx';
import { toast } from '../../ui/Toast.tsx';
import styles from './System.module.css';

/** Keys of providers: whether they can be opened, never what they are. */
export function Secrets() {
  const client = useQueryClient();
  const options = cairn.query.checkSecrets();
  const secrets = useQuery({ ...options, retry: false });
  const [isAsking, setAsking] = useState(false);
  const rotate = useMutation({
    ...cairn.mutation.rotateSecrets(),
    onSuccess: () => toast('All secrets are sealed with a new key.'),
    onSettled: () => {
      setAsking(false);
      void client.invalidateQueries({ queryKey: options.queryKey });
    },
  });
  return (
    <section className={styles.section} aria-labelledby="secrets">
      <h2 id="secrets">Stored secrets</h2>
      <div className={styles.list}>
        <Answered query={secrets}>
          {({ secrets: number, unreadable }) => (
            <div className={styles.row}>
              <div>
                <Status
                  status={unreadable.length > 0 ? `${unreadable.length} of ${counted(number, 'secret')} cannot be opened` : `${counted(number, 'secret')}, all can be opened`}
                  tone={unreadable.length > 0 ? 'blocked' : 'completed'}
                />
                <p className={styles.soft}>Keys of providers of models, sealed with a master key that is in no backup.</p>
              </div>
              <Button disabled={number === 0} onClick={() => setAsking(true)}>Seal with a new key</Button>
            </div>
          )}
        </Answered>
      </div>
      {isAsking && (
        <Confirm title="Seal all secrets with a new key" action="Seal with a new key" busy={rotate.isPending} onClose={() => setAsking(false)} onConfirm={() => rotate.mutate({})}>
          Keep the new master key as you kept the old one: without it, the secrets in a restored backup cannot be opened.
        </Confirm>
      )}
    </section>
  );
}
