import { useEffect, useRef, useState } from 'react';
import { Menu as MenuIcon, Search } from 'lucide-react';
import { Outlet, ScrollRestoration, useLocation, useRouteError } from 'react-router';
import { reload } from '../reload.ts';
import { SessionDialog } from '../session/SessionDialog.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState, ErrorState } from '../ui/States.tsx';
import { LiveStatus } from './LiveStatus.tsx';
import { Palette } from './Palette.tsx';
import { Sidebar } from './Sidebar.tsx';
import styles from './Shell.module.css';

/** What stands around every page. */
export function Shell() {
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(pathname);
  const [isSearching, setSearching] = useState(false);
  const [isOpen, setOpen] = useState(false); // The navigation, where there is no room for it beside the page.

  useEffect(() => {
    if (shown.current !== pathname) {
      shown.current = pathname;
      setOpen(false);
      main.current?.focus({ preventScroll: true }); // So that the keyboard, and who listens, go on there.
    }
  }, [pathname]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setSearching((was) => !was);
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);

  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">Skip to the page</a>
      <header className={styles.bar}>
        <Button kind="quiet" icon={MenuIcon} iconOnly aria-expanded={isOpen} aria-controls="navigation" onClick={() => setOpen(!isOpen)}>
          Navigation
        </Button>
        <strong>Cairn</strong>
        <LiveStatus />
        <Button kind="quiet" icon={Search} iconOnly onClick={() => setSearching(true)}>Search</Button>
      </header>
      <Sidebar isOpen={isOpen} onSearch={() => setSearching(true)} />
      <main id="main" ref={main} className={styles.main} tabIndex={-1}>
        <Outlet />
      </main>
      {isSearching && <Palette onClose={() => setSearching(false)} />}
      <SessionDialog />
      <ScrollRestoration />
    </div>
  );
}

export function Broken() {
  return <NotLoaded error={useRouteError()} />;
}

export function NotLoaded({ error }: { error: unknown }) {
  return <ErrorState error={error} onRetry={reload} />;
}

export function NoSuchPage() {
  return (
    <EmptyState icon={Search} title="There is no such page">
      The address may be misspelled. Ctrl-K finds what there is.
    </EmptyState>
  );
}
