import { generatePath } from 'react-router';

/** Where a conversation is read; those outside of projects, too, in whichever is looked at. */
export function pathOf(project: string, conversation?: string): string {
  return generatePath('/p/:project/talk/:conversation?', { project, conversation: conversation ?? null });
}

/** What the page knows of whoever comes from a conversation that they deleted. */
export type Left = { deleted: { id: string; title: string } };
