import { useEffect } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useConnected } from 'cairn-client/react';
import { cairn, whoLooks } from '../cairn.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Login } from './Login.tsx';
import { session, useSessionIsOver } from './session.ts';

const ASK_MILLIS = 3_000;

/** Asks for another session above the page, which stays as it is, with all that was typed into it. */
export function SessionDialog() {
  const isConnected = useConnected(cairn);
  useEffect(() => {
    if (isConnected) {
      return undefined;
    }
    // Events do not tell why they do not come: the session may have ended meanwhile.
    const timer = setInterval(() => void cairn.getMe().catch((error: unknown) => session.ended(error)), ASK_MILLIS);
    return () => clearInterval(timer);
  }, [isConnected]);
  return useSessionIsOver() && <Renewal />;
}

function Renewal() {
  const client = useQueryClient();
  const index = useQuery(cairn.query.getIndex());
  const hasAccounts = index.data?.accounts ?? false;
  const look = async () => {
    const { user } = await cairn.getMe();
    if (user.id !== whoLooks()) {
      location.reload(); // What is shown is another's.
      return;
    }
    session.begun();
    await client.invalidateQueries();
  };
  const lookAgain = () => void look().catch(() => {});
  useEffect(() => {
    // Somebody comes back from where they opened another link.
    addEventListener('focus', lookAgain);
    return () => removeEventListener('focus', lookAgain);
  }, []);
  return (
    <Dialog title="Your session has ended">
      <p>
        Nothing is lost: what you typed is still here. {hasAccounts ? 'Log in to go on.' : <>Open the link that <code>cairn open</code> prints in another tab, and come back.</>}
      </p>
      {hasAccounts && <Login onDone={lookAgain} />}
      <Button kind="quiet" onClick={lookAgain}>Look again</Button>
    </Dialog>
  );
}
