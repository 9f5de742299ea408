import { generatePath } from 'react-router';
import type { ProjectOverview, SearchHit } from 'cairn-client';

/** On which page of its project things are that have none of their own, and how they are named there. */
const PAGES: Partial<Record<SearchHit['kind'], { path: string; named: string }>> = {
  message: { path: '/p/:project/talk/:conversation?', named: '?message=' },
  prompt: { path: '/p/:project/context', named: '?tab=prompts&prompt=' },
  file: { path: '/p/:project/context', named: '?file=' },
};

/** Where something that was found can be seen, if a page shows it. */
export function placeOf({ kind, id, projectId, ticketKey, conversationId }: SearchHit, projects: readonly ProjectOverview[]): string | undefined {
  if (ticketKey) {
    return `/t/${ticketKey}`;
  }
  const page = PAGES[kind];
  const project = projects.find((each) => each.projectId === projectId)?.key;
  return page && project && generatePath(page.path, { project, conversation: conversationId }) + page.named + id;
}
