import { Component, type ReactNode } from 'react';
import { Button, LinkButton } from '#src/ui/button.tsx';
import { isMissingCode } from '#src/ui/missing-code.ts';
import { pathTo } from '#src/ui/paths.ts';
import { NoticeScreen } from './notice-screen.tsx';

type FaultBoundaryProps = {
  /** Going to another address tries again. None: outside the routes, where nobody can go elsewhere. */
  readonly pathname?: string;
  readonly children: ReactNode;
};

type FaultBoundaryState = {
  readonly fault: { readonly reason: unknown } | null;
  readonly pathname: string | undefined;
};

/** Catches unexpected faults while a screen is loaded or drawn. */
export class FaultBoundary extends Component<FaultBoundaryProps, FaultBoundaryState> {
  override state: FaultBoundaryState = { fault: null, pathname: this.props.pathname };

  static getDerivedStateFromError(reason: unknown): Partial<FaultBoundaryState> {
    return { fault: { reason } };
  }

  static getDerivedStateFromProps(
    { pathname }: FaultBoundaryProps,
    state: FaultBoundaryState,
  ): FaultBoundaryState | null {
    return pathname === state.pathname ? null : { fault: null, pathname };
  }

  override render() {
    const { fault } = this.state;
    if (fault === null) return this.props.children;
    const { reason } = fault;
    // Then the notice above everything says why; see `missing-code-notice.tsx`.
    const isMissing = isMissingCode(reason);
    return (
      <NoticeScreen
        title={isMissing ? 'This screen could not be loaded' : 'This screen could not be shown'}
        actions={
          <>
            <Button appearance="primary" onPress={() => location.reload()}>
              Reload
            </Button>
            {this.props.pathname !== undefined && (
              <LinkButton to={pathTo('organizations')}>Go to your organizations</LinkButton>
            )}
          </>
        }
      >
        <p>
          Your workspace is safe: every finished step is stored.{' '}
          {isMissing
            ? 'The message at the top says more.'
            : 'Reload the page; if it happens again, it is a fault of Drydock.'}
        </p>
        {!isMissing && reason instanceof Error && <p>{`Detail: ${reason.message}`}</p>}
      </NoticeScreen>
    );
  }
}
