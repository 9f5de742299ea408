import { type KeyboardEvent, useDeferredValue, useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { generatePath, useNavigate } from 'react-router';
import type { ProjectOverview, SearchHit } from 'cairn-client';
import { useLiveQuery } from 'cairn-client/react';
import { cairn } from '../cairn.ts';
import { pages } from '../pages.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Snippet } from '../ui/Snippet.tsx';
import { words } from '../ui/Status.tsx';
import { placeOf } from './places.ts';
import { useProject } from './project.ts';
import styles from './Palette.module.css';

const HITS_MAX = 12;
const PROJECTS_MAX = 5;

type Choice = { id: string; to: string; kind: string; title: string; snippet?: string };

/** Goes to a page or a project, or to whatever holds the words. */
export function Palette({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const navigate = useNavigate();
  const choices = useChoices(text.trim());
  const current = choices[Math.min(chosen, choices.length - 1)];

  const go = ({ to }: Choice) => {
    onClose();
    void navigate(to);
  };
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && choices.length > 0) {
      event.preventDefault();
      setChosen((Math.min(chosen, choices.length - 1) + step + choices.length) % choices.length);
    } else if (event.key === 'Enter' && current) {
      go(current);
    }
  };
  return (
    <Dialog title="Search" onClose={onClose}>
      <input
        className={styles.input}
        role="combobox"
        aria-label="Search everything"
        aria-expanded={choices.length > 0}
        aria-controls="choices"
        aria-activedescendant={current && `choice-${current.id}`}
        placeholder="Tickets, comments, pages…"
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setChosen(0);
        }}
        onKeyDown={onKey}
      />
      <ul id="choices" role="listbox" aria-label="Found" className={styles.choices}>
        {choices.map((choice) => (
          <li key={choice.id} id={`choice-${choice.id}`} role="option" aria-selected={choice === current} className={styles.choice} onClick={() => go(choice)}>
            <span className={styles.kind}>{choice.kind}</span>
            <span className={styles.title}>{choice.title}</span>
            {choice.snippet && <span className={styles.snippet}><Snippet text={choice.snippet} /></span>}
          </li>
        ))}
      </ul>
      <p className="sr-only" role="status">{choices.length} found</p>
    </Dialog>
  );
}

function useChoices(text: string): Choice[] {
  const project = useProject();
  const words = useDeferredValue(text);
  const projects = useLiveQuery(cairn.query.listOverviews({ query: { limit: 200 } })).data?.items ?? [];
  const { data } = useQuery({
    ...cairn.query.search({ query: { q: words, limit: HITS_MAX } }),
    gcTime: 0,
    staleTime: 0,
    enabled: words !== '',
    placeholderData: keepPreviousData,
  });
  const matches = (name: string) => name.toLowerCase().includes(text.toLowerCase());
  const ofPages = pages
    .filter(({ icon, path, name }) => icon && (project || !path.includes(':project')) && matches(name))
    .map(({ path, name }) => ({ id: path.replaceAll(/\W/g, '-'), kind: 'Page', title: name, to: generatePath(path, { project: project ?? '' }) }));
  const ofProjects = projects
    .filter(({ key, name }) => matches(`${key} ${name}`))
    .slice(0, PROJECTS_MAX)
    .map(({ projectId, key, name }) => ({ id: projectId, kind: 'Project', title: `${key} ${name}`, to: `/p/${key}/board` }));
  const found = (text === '' ? [] : (data?.items ?? [])).flatMap((hit) => choiceOf(hit, projects));
  const all = text === '' ? [] : [{ id: 'all', kind: 'Search', title: `All that holds “${text}”`, to: `/search?q=${encodeURIComponent(text)}` }];
  return [...found, ...ofPages, ...ofProjects, ...all];
}

function choiceOf(hit: SearchHit, projects: readonly ProjectOverview[]): Choice[] {
  const to = placeOf(hit, projects);
  return to ? [{ id: hit.id, kind: words(hit.kind), title: [hit.ticketKey, hit.title].filter(Boolean).join(' '), snippet: hit.snippet, to }] : [];
}
