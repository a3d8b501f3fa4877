import { Component } from 'react';
import type { ReactNode } from 'react';
import { problemOf } from '../queries.ts';
import { Failed } from './states.tsx';

interface BoundaryProps {
  /** A new page is a new chance. */
  readonly at: string;
  readonly children: ReactNode;
}

interface BoundaryState {
  readonly error: Error | null;
  readonly at: string;
}

/** A page that broke (or could not be loaded after an update) does not take the rail with it. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { error: null, at: this.props.at };

  static getDerivedStateFromError(error: Error): Partial<BoundaryState> {
    return { error };
  }

  static getDerivedStateFromProps(
    props: BoundaryProps,
    state: BoundaryState,
  ): Partial<BoundaryState> | null {
    return props.at === state.at ? null : { error: null, at: props.at };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return <Failed problem={problemOf(this.state.error)} again={() => location.reload()} alone />;
  }
}
