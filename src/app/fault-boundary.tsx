import { Component, type ReactNode } from 'react';
import { Button, LinkButton } from '#src/ui/button.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { NoticeScreen } from './notice-screen.tsx';

type FaultBoundaryProps = {
  /** Going to another address tries again. */
  readonly pathname: string;
  readonly children: ReactNode;
};

type FaultBoundaryState = {
  readonly fault: { readonly reason: unknown } | null;
  readonly pathname: string;
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
    return fault ? <Fault reason={fault.reason} /> : this.props.children;
  }
}

function Fault({ reason }: { readonly reason: unknown }) {
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
      {reason instanceof Error && <p>{`Detail: ${reason.message}`}</p>}
    </NoticeScreen>
  );
}
