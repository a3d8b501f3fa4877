import type { ComponentChildren } from 'preact';
import look from './button.module.css';
import { Link } from './link.tsx';

type Kind = 'primary' | 'plain' | 'quiet';

interface ButtonProps {
  readonly kind?: Kind;
  readonly onClick?: () => void;
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly submit?: boolean;
  readonly children: ComponentChildren;
}

/** A control that acts. While busy it keeps its words and takes no second press. */
export function Button(props: ButtonProps) {
  const { kind = 'primary', onClick, busy = false, disabled = false, submit = false } = props;
  return (
    <button
      type={submit ? 'submit' : 'button'}
      class={`${look['button']} ${look[kind]}`}
      disabled={disabled || busy}
      aria-busy={busy}
      onClick={onClick}
    >
      {props.children}
    </button>
  );
}

/** A link that looks like a control. */
export function ButtonLink({
  to,
  kind = 'primary',
  children,
}: {
  to: string;
  kind?: Kind;
  children: ComponentChildren;
}) {
  return (
    <Link to={to} class={`${look['button']} ${look[kind]}`}>
      {children}
    </Link>
  );
}
