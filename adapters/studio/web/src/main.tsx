import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { QueryClientProvider } from '@tanstack/react-query';
import './base.css';
import { App } from './App.tsx';
import { queries } from './cairn.ts';
import { enterByLink } from './session/session.ts';
import { applyTheme } from './shell/theme.ts';

applyTheme();
// A part of the page that was loaded before the server was updated asks for parts that are others now.
addEventListener('vite:preloadError', () => location.reload());

const refused = await enterByLink();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <App refused={refused} />
    </QueryClientProvider>
  </StrictMode>,
);
