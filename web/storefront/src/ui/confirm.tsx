import type { ComponentChildren } from 'preact';
import type { Act } from '../act.ts';
import { useMall } from '../mall.ts';
import { Button } from './button.tsx';
import look from './confirm.module.css';
import { ProblemNote } from './problem.tsx';
import { Sheet } from './sheet.tsx';

interface ConfirmProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly act: Act;
  readonly title: string;
  readonly yes: string;
  /** The effect, in figures. */
  readonly children: ComponentChildren;
}

/** The effect of an act, and one more press before it happens. */
export function Confirm({ open, onClose, act, title, yes, children }: ConfirmProps) {
  const { t } = useMall();
  const close = () => {
    act.clear();
    onClose();
  };
  return (
    <Sheet open={open} onClose={close} title={title}>
      <div class={look['effect']}>{children}</div>
      <ProblemNote problem={act.problem} />
      <div class={look['choice']}>
        <Button kind="plain" onClick={close}>
          {t('keep')}
        </Button>
        <Button busy={act.busy} onClick={act.press}>
          {yes}
        </Button>
      </div>
    </Sheet>
  );
}
