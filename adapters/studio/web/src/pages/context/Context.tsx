import { useParams } from 'react-router';
import { useLiveQuery } from 'cairn-client/react';
import { cairn } from '../../cairn.ts';
import { PageHead } from '../../ui/PageHead.tsx';
import { Answered } from '../../ui/States.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { usePlace } from '../../ui/usePlace.ts';
import { FilesTab } from './FilesTab.tsx';
import { IndexPanel } from './IndexPanel.tsx';
import { PackTab } from './PackTab.tsx';
import { PromptsTab } from './PromptsTab.tsx';
import { RelevantTab } from './RelevantTab.tsx';
import { useSelection } from './selection.ts';

export default function Context() {
  const { project: key = '' } = useParams();
  const project = useLiveQuery(cairn.query.getProject({ path: { project: key } }));
  return (
    <>
      <PageHead title="Context" about="What a model is given to read: files, prompts, and packs of both." />
      <Answered query={project}>
        {(shown) => (
          <>
            <IndexPanel key={shown.id} project={shown} />
            <Parts key={`${shown.id} parts`} project={shown.key} />
          </>
        )}
      </Answered>
    </>
  );
}

function Parts({ project }: { project: string }) {
  const [place, go] = usePlace();
  const selection = useSelection(project);
  return (
    <Tabs
      name="Parts of the context"
      value={place.get('tab') ?? 'files'}
      onChange={(tab) => go({ tab: tab === 'files' ? undefined : tab })}
      tabs={[
        { id: 'files', name: 'Files', content: <FilesTab project={project} selection={selection} /> },
        { id: 'relevant', name: 'For a ticket', content: <RelevantTab project={project} selection={selection} /> },
        { id: 'pack', name: 'Pack', content: <PackTab project={project} selected={selection.files} /> },
        { id: 'prompts', name: 'Prompts', content: <PromptsTab project={project} /> },
      ]}
    />
  );
}
