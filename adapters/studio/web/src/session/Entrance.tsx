import type { ReactNode } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Problem } from 'cairn-client';
import { cairn } from '../cairn.ts';
import { ErrorState, Loading } from '../ui/States.tsx';
import { Login } from './Login.tsx';
import styles from './Entrance.module.css';

type Props = { problem: Problem; refused: string | undefined };

/** Where somebody is who has no session yet. */
export function Entrance({ problem, refused }: Props) {
  const client = useQueryClient();
  const index = useQuery(cairn.query.getIndex());
  if (problem.status !== 401) {
    return <Frame><ErrorState error={problem} onRetry={() => void client.resetQueries()} /></Frame>;
  }
  return (
    <Frame>
      {refused && <p role="alert">{refused}</p>}
      {index.isPending && <Loading />}
      {index.data?.accounts === false ? (
        <p>On the machine of the server, <code>cairn open</code> prints a link that lets this browser in.</p>
      ) : (
        !index.isPending && <Login onDone={() => void client.resetQueries()} />
      )}
    </Frame>
  );
}

function Frame({ children }: { children: ReactNode }) {
  return (
    <main className={styles.entrance}>
      <h1 className={styles.name}><img src={`${import.meta.env.BASE_URL}icon.svg`} alt="" width="28" height="28" /> Cairn</h1>
      {children}
    </main>
  );
}
