import { useLocation } from 'react-router';

const STORED = 'cairn.project';

/** The key of the project that the address names, else of the one that was looked at last. */
export function useProject(): string | undefined {
  const { pathname } = useLocation();
  const named = projectIn(pathname);
  if (named) {
    localStorage.setItem(STORED, named);
  }
  return named ?? localStorage.getItem(STORED) ?? undefined;
}

function projectIn(pathname: string): string | undefined {
  const [, kind, name = ''] = pathname.split('/');
  if (kind === 'p') {
    return decodeURIComponent(name);
  }
  return kind === 't' ? /^(.+)-\d+$/.exec(decodeURIComponent(name))?.[1] : undefined;
}
