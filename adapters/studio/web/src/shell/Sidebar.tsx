import { useMutation, useQuery } from '@tanstack/react-query';
import { ChevronsUpDown, LogOut, Monitor, Moon, Search, Sun } from 'lucide-react';
import { generatePath, NavLink, useNavigate } from 'react-router';
import { useLiveQuery } from 'cairn-client/react';
import { cairn } from '../cairn.ts';
import { pages } from '../pages.ts';
import { Actor } from '../ui/Actor.tsx';
import { classes } from '../ui/classes.ts';
import { Menu, MenuItem, MenuLabel, MenuLine } from '../ui/Menu.tsx';
import { leavePage } from './leave.ts';
import { LiveStatus } from './LiveStatus.tsx';
import { useProject } from './project.ts';
import { applyTheme, type Theme, theme } from './theme.ts';
import styles from './Sidebar.module.css';

const OF_PROJECT = '/p/:project/';
const inNavigation = pages.filter(({ icon }) => icon);
const ofProject = inNavigation.filter(({ path }) => path.startsWith(OF_PROJECT));
const ofAll = inNavigation.filter(({ path }) => !path.startsWith(OF_PROJECT));

export function Sidebar({ isOpen, onSearch }: { isOpen: boolean; onSearch: () => void }) {
  const project = useProject();
  return (
    <nav id="navigation" aria-label="Cairn" className={classes(styles.sidebar, isOpen && styles.isOpen)}>
      <div className={styles.brand}>
        <img src={`${import.meta.env.BASE_URL}icon.svg`} alt="" width="22" height="22" />
        <strong>Cairn</strong>
        <LiveStatus />
      </div>
      <button type="button" className={styles.search} onClick={onSearch}>
        <Search size={14} aria-hidden /> Search <kbd>Ctrl K</kbd>
      </button>
      <Links of={ofAll} />
      <ProjectSwitcher project={project} />
      {project && <Links of={ofProject} project={project} />}
      <div className={styles.foot}>
        <Account />
      </div>
    </nav>
  );
}

function Links({ of, project }: { of: typeof pages; project?: string }) {
  return (
    <ul className={styles.links}>
      {of.map(({ path, name, icon: Icon }) => (
        <li key={path}>
          <NavLink to={project ? generatePath(path, { project }) : path} end={path === '/'} className={styles.link}>
            {Icon && <Icon size={15} aria-hidden />} {name}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}

function ProjectSwitcher({ project }: { project: string | undefined }) {
  const navigate = useNavigate();
  const { data } = useLiveQuery(cairn.query.listOverviews({ query: { limit: 200 } }));
  const [first] = ofProject;
  if (!first || !data || data.items.length === 0) {
    return null;
  }
  const current = data.items.find(({ key }) => key === project);
  return (
    <Menu
      trigger={
        <button type="button" className={styles.project}>
          <span className={styles.projectName}>{current ? current.name : 'Choose a project'}</span>
          {current && <span className={styles.projectKey}>{current.key}</span>}
          <ChevronsUpDown size={14} aria-hidden />
        </button>
      }
    >
      <MenuLabel>Projects</MenuLabel>
      {data.items.map(({ key, name }) => (
        <MenuItem key={key} checked={key === project} onSelect={() => void navigate(generatePath(first.path, { project: key }))}>
          <span className={styles.projectName}>{name}</span> <span className={styles.projectKey}>{key}</span>
        </MenuItem>
      ))}
    </Menu>
  );
}

const THEMES: readonly { theme: Theme; name: string; icon: typeof Sun }[] = [
  { theme: 'system', name: 'As the system', icon: Monitor },
  { theme: 'light', name: 'Light', icon: Sun },
  { theme: 'dark', name: 'Dark', icon: Moon },
];

function Account() {
  const { data: me } = useQuery(cairn.query.getMe());
  const leave = useMutation({ ...cairn.mutation.endBrowserSession(), onSuccess: leavePage });
  return (
    <Menu trigger={<button type="button" className={styles.account}><Actor name={me?.user.name ?? ''} /></button>}>
      <MenuLabel>Colours</MenuLabel>
      {THEMES.map((each) => (
        <MenuItem key={each.theme} icon={each.icon} checked={theme() === each.theme} onSelect={() => applyTheme(each.theme)}>{each.name}</MenuItem>
      ))}
      <MenuLine />
      <MenuItem icon={LogOut} onSelect={() => leave.mutate({})}>Log out</MenuItem>
    </Menu>
  );
}
