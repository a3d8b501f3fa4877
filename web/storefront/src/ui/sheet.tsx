import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useMall } from '../mall.ts';
import { CloseIcon } from './icons.tsx';
import look from './sheet.module.css';

interface SheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** A sheet from below. The browser's own modal dialog: it holds focus, and Escape closes it. */
export function Sheet({ open, onClose, title, children }: SheetProps) {
  const { t } = useMall();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open]);
  const onVeil = (event: MouseEvent) => {
    if (event.target === dialog.current) onClose();
  };
  return (
    <dialog
      ref={dialog}
      class={look['sheet']}
      aria-labelledby={heading}
      onClose={onClose}
      onClick={onVeil}
    >
      {open && (
        <div class={look['inside']}>
          <div class={look['head']}>
            <h2 id={heading}>{title}</h2>
            <button type="button" class={look['close']} aria-label={t('close')} onClick={onClose}>
              <CloseIcon />
            </button>
          </div>
          {children}
        </div>
      )}
    </dialog>
  );
}
