import type { ComponentType } from 'react';
import { Bot, ChartLine, CircleCheck, FolderTree, History, House, Layers, type LucideIcon, MessagesSquare, Radar, ServerCog, SquareKanban, Users } from 'lucide-react';

/** A page: where it is, what the navigation calls it, and what is loaded when somebody goes there. */
export type Page = {
  /** Below `/p/:project/` it is one of a project. */
  path: string;
  name: string;
  /** Pages without one are not in the navigation. */
  icon?: LucideIcon;
  load: () => Promise<{ default: ComponentType }>;
};

/** All pages, in the order of the navigation. */
export const pages: readonly Page[] = [
  { path: '/', name: 'Home', icon: House, load: () => import('./pages/home/Home.tsx') },
  { path: '/queues', name: 'Fleet', icon: Radar, load: () => import('./pages/fleet/Fleet.tsx') },
  { path: '/agents', name: 'Agents', icon: Bot, load: () => import('./pages/agents/Agents.tsx') },
  { path: '/people', name: 'People', icon: Users, load: () => import('./pages/people/People.tsx') },
  { path: '/system', name: 'System', icon: ServerCog, load: () => import('./pages/system/System.tsx') },
  { path: '/p/:project/board', name: 'Board', icon: SquareKanban, load: () => import('./pages/board/Board.tsx') },
  { path: '/p/:project/ready', name: 'Ready', icon: CircleCheck, load: () => import('./pages/ready/Ready.tsx') },
  { path: '/p/:project/queues', name: 'Queues', icon: Layers, load: () => import('./pages/queues/Queues.tsx') },
  { path: '/p/:project/talk/:conversation?', name: 'Talk', icon: MessagesSquare, load: () => import('./pages/talk/Talk.tsx') },
  { path: '/p/:project/context', name: 'Context', icon: FolderTree, load: () => import('./pages/context/Context.tsx') },
  { path: '/p/:project/progress', name: 'Progress', icon: ChartLine, load: () => import('./pages/progress/Progress.tsx') },
  { path: '/p/:project/activity', name: 'Activity', icon: History, load: () => import('./pages/activity/Activity.tsx') },
  { path: '/t/:ticket', name: 'Ticket', load: () => import('./pages/ticket/Ticket.tsx') },
  { path: '/search', name: 'Search', load: () => import('./pages/search/Search.tsx') },
];
