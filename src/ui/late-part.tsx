import { Component, type ReactNode, Suspense } from 'react';
import { isMissingCode } from './missing-code.ts';

type LatePartProps = {
  /** Stands here while the part is on its way. */
  readonly fallback?: ReactNode;
  readonly children: ReactNode;
};

type LatePartState = { readonly fault: { readonly reason: unknown } | null };

/**
 * Holds a part of a screen that is loaded when it is needed. If its code cannot be loaded, it stays
 * away and everything around it stays: what somebody has typed there is not lost.
 */
export class LatePart extends Component<LatePartProps, LatePartState> {
  override state: LatePartState = { fault: null };

  static getDerivedStateFromError(reason: unknown): LatePartState {
    return { fault: { reason } };
  }

  override render() {
    const { fault } = this.state;
    if (fault && !isMissingCode(fault.reason)) throw fault.reason;
    return fault ? null : <Suspense fallback={this.props.fallback}>{this.props.children}</Suspense>;
  }
}
