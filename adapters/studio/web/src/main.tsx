import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { QueryClientProvider } from '@tanstack/react-query';
import './base.css';
import { App } from './App.tsx';
import { queries } from './cairn.ts';
import { reloadWhenUpdated } from './reload.ts';
import { enterByLink } from './session/session.ts';
import { applyTheme } from './shell/theme.ts';

applyTheme();
reloadWhenUpdated();

const refused = await enterByLink();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <App refused={refused} />
    </QueryClientProvider>
  </StrictMode>,
);
