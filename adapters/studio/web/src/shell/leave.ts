import { applyTheme, theme } from './theme.ts';

/** Goes to the entrance once the session is over. What this browser keeps of whoever leaves goes with it; the colours are the browser's. */
export function leavePage(): void {
  const colours = theme();
  sessionStorage.clear();
  localStorage.clear();
  applyTheme(colours);
  location.assign('/');
}
