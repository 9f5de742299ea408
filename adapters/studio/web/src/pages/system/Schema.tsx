import { lazy, Suspense } from 'react';
import { Loading } from '../../ui/States.tsx';

/** The description of the schema is long, and few look at it. */
const Diagram = lazy(() => import('./Diagram.tsx'));

export function Schema() {
  return <Suspense fallback={<Loading />}><Diagram /></Suspense>;
}
