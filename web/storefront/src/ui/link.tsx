import type { ComponentChildren } from 'preact';
import { useMall } from '../mall.ts';

interface LinkProps {
  /** An address inside the mall: "/orders?state=paid". */
  readonly to: string;
  readonly class?: string | undefined;
  readonly label?: string | undefined;
  readonly current?: boolean | undefined;
  readonly children: ComponentChildren;
}

/** A link to another page of the mall. Real, so that it opens in a new tab and without a script. */
export function Link({ to, class: look, label, current, children }: LinkProps) {
  const { base } = useMall();
  return (
    <a
      href={base + to}
      class={look}
      aria-label={label}
      aria-current={current === true ? 'page' : undefined}
    >
      {children}
    </a>
  );
}
