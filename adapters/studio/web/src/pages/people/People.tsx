import { useQuery } from '@tanstack/react-query';
import { cairn } from '../../cairn.ts';
import { PageHead } from '../../ui/PageHead.tsx';
import { Answered } from '../../ui/States.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { usePlace } from '../../ui/usePlace.ts';
import { useAccounts } from './accounts.ts';
import { MembersTab } from './MembersTab.tsx';
import { TokensTab } from './TokensTab.tsx';
import { UsersTab } from './UsersTab.tsx';
import { YouTab } from './YouTab.tsx';

export default function People() {
  const [place, go] = usePlace();
  const me = useQuery(cairn.query.getMe());
  const accounts = useAccounts();
  return (
    <>
      <PageHead
        title="People"
        about={
          accounts === false
            ? 'You are alone here: no accounts, no passwords. Agents and programs get tokens; started with CAIRN_ACCOUNTS=on, the server lets others in.'
            : 'Who is here, who takes part in which project, and the tokens of programs.'
        }
      />
      <Answered query={me}>
        {({ user }) => (
          <Tabs
            name="Parts of the people"
            value={place.get('tab') ?? 'users'}
            onChange={(tab) => go({ tab: tab === 'users' ? undefined : tab })}
            tabs={[
              { id: 'users', name: 'Everybody', content: <UsersTab me={user} accounts={accounts ?? false} /> },
              { id: 'members', name: 'Members', content: <MembersTab me={user} /> },
              { id: 'tokens', name: 'Tokens', content: <TokensTab me={user} /> },
              { id: 'you', name: 'You', content: <YouTab me={user} accounts={accounts} /> },
            ]}
          />
        )}
      </Answered>
    </>
  );
}
