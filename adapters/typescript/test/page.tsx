import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createCairn, useLiveQuery } from 'cairn-client/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Board } from '../target/guide/board.tsx';

/** The page of the browser's test: the guide's board, and another part that shows one ticket. */
const cairn = createCairn();
const project = new URLSearchParams(location.search).get('project') ?? '';

function Title({ ticket }: { ticket: string }) {
  const { data, error } = useLiveQuery({ ...cairn.query.getTicket({ path: { ticket } }), select: ({ title }) => title.trim() });
  return <h1>{data ?? error?.code}</h1>;
}

await cairn.logIn({ body: { username: 'ada', password: 'correct horse battery', browser: true } });
createRoot(document.body.appendChild(document.createElement('main'))).render(
  <StrictMode>
    <QueryClientProvider client={new QueryClient()}>
      <Title ticket={`${project}-1`} />
      <Title ticket={`${project}-999`} />
      <Board project={project} />
    </QueryClientProvider>
  </StrictMode>,
);
