import { useQuery } from '@tanstack/react-query';
import { createBrowserRouter, Navigate, RouterProvider } from 'react-router';
import { cairn } from './cairn.ts';
import { pages } from './pages.ts';
import { Entrance } from './session/Entrance.tsx';
import { Broken, NoSuchPage, NotLoaded, Shell } from './shell/Shell.tsx';
import { Loading } from './ui/States.tsx';
import { Toasts } from './ui/Toast.tsx';

const router = createBrowserRouter([
  {
    element: <Shell />,
    errorElement: <Broken />,
    hydrateFallbackElement: <Loading />,
    children: [
      ...pages.map(({ path, load }) => ({
        path,
        errorElement: <Broken />,
        lazy: () => load().then(({ default: Component }) => ({ Component }), (error: unknown) => ({ element: <NotLoaded error={error} /> })),
      })),
      { path: '/p/:project', element: <Navigate to="board" replace /> },
      { path: '*', element: <NoSuchPage /> },
    ],
  },
]);

/** @param refused what is wrong with the link that the page was opened by */
export function App({ refused }: { refused: string | undefined }) {
  const me = useQuery(cairn.query.getMe());
  if (me.isPending) {
    return <Loading />;
  }
  return (
    <>
      {me.data ? <RouterProvider router={router} /> : <Entrance problem={me.error} refused={refused} />}
      <Toasts />
    </>
  );
}
