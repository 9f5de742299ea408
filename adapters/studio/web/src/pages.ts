import type { ComponentType } from 'react';
import { CircleCheck, House, type LucideIcon, SquareKanban } from 'lucide-react';

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
  { path: '/p/:project/board', name: 'Board', icon: SquareKanban, load: () => import('./pages/board/Board.tsx') },
  { path: '/p/:project/ready', name: 'Ready', icon: CircleCheck, load: () => import('./pages/ready/Ready.tsx') },
  { path: '/t/:ticket', name: 'Ticket', load: () => import('./pages/ticket/Ticket.tsx') },
  { path: '/search', name: 'Search', load: () => import('./pages/search/Search.tsx') },
];
