import { useRouteError } from 'react-router-dom';
import { Button, LinkButton } from '#src/ui/button.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { NoticeScreen } from './notice-screen.tsx';

/** An unexpected fault while a screen was loaded or drawn. */
export function RouteError() {
  const error = useRouteError();
  return (
    <NoticeScreen
      title="This screen could not be shown"
      actions={
        <>
          <Button appearance="primary" onPress={() => location.reload()}>
            Reload
          </Button>
          <LinkButton to={pathTo('organizations')}>Go to your organizations</LinkButton>
        </>
      }
    >
      <p>
        Your workspace is safe: every finished step is stored. Reload the page; if it happens again,
        it is a fault of Drydock.
      </p>
      {error instanceof Error && <p>{`Detail: ${error.message}`}</p>}
    </NoticeScreen>
  );
}
