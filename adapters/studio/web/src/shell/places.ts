import { generatePath } from 'react-router';
import type { ProjectOverview, SearchHit } from 'cairn-client';
import { pages } from '../pages.ts';

/** On which page of its project things are that have none of their own. */
const PAGES: Partial<Record<SearchHit['kind'], string>> = {
  message: '/p/:project/talk',
  prompt: '/p/:project/context',
  file: '/p/:project/context',
};

/** Where something that was found can be seen, if a page shows it. */
export function placeOf({ kind, projectId, ticketKey, conversationId }: SearchHit, projects: readonly ProjectOverview[]): string | undefined {
  if (ticketKey) {
    return `/t/${ticketKey}`;
  }
  const page = pages.find(({ path }) => path === PAGES[kind]);
  const project = projects.find((each) => each.projectId === projectId)?.key;
  return page && project && generatePath(page.path, { project }) + (conversationId ? `?conversation=${conversationId}` : '');
}
