import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { createRefund, formatMoney, newIdempotencyKey } from '@tuodi/web-client';
import type { OrderDetail } from '@tuodi/web-client';
import { useState } from 'react';
import { problemOf, useApi, valueOf } from '../../queries.ts';
import { Money } from '../../ui/figure.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useSpoken } from '../../ui/language.tsx';
import { Refused } from '../../ui/states.tsx';
import css from './order.module.css';
import { draftRefund } from './refund-draft.ts';
import type { Quantities, RefundDraft } from './refund-draft.ts';
import { RefundQuantities } from './refund-quantities.tsx';

interface DialogProps {
  readonly order: OrderDetail;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Choose → preview of the effect → confirm. What was chosen survives going back. */
export function RefundDialog({ order, opened, onClose }: DialogProps) {
  const { t } = useSpoken();
  return (
    <Dialog opened={opened} onClose={onClose} title={t('refund.title')} width={560}>
      <Refunding order={order} onClose={onClose} />
    </Dialog>
  );
}

function Refunding({ order, onClose }: Omit<DialogProps, 'opened'>) {
  const [quantities, setQuantities] = useState<Quantities>({});
  const [reason, setReason] = useState('');
  const [draft, setDraft] = useState<RefundDraft | undefined>();
  if (draft !== undefined) {
    return (
      <Preview
        order={order}
        draft={draft}
        reason={reason}
        onBack={() => setDraft(undefined)}
        onClose={onClose}
      />
    );
  }
  return (
    <RefundQuantities
      order={order}
      quantities={quantities}
      onQuantities={setQuantities}
      reason={reason}
      onReason={setReason}
      onPreview={() => setDraft(draftRefund(order, quantities))}
    />
  );
}

interface PreviewProps {
  readonly order: OrderDetail;
  readonly draft: RefundDraft;
  readonly reason: string;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

/** What the refund will do, in words and in exact figures, before it is done. */
function Preview({ order, draft, reason, onBack, onClose }: PreviewProps) {
  const { t } = useSpoken();
  const refund = useRefund({ order, draft, reason, onClose });
  return (
    <div className={css['form']}>
      <p className={css['note']}>{t('refund.preview.amount', { member: order.memberNumber })}</p>
      <p>
        <Money value={draft.amount} size="hero" />
      </p>
      <p>{draft.late ? t('refund.preview.late') : t('refund.preview.open')}</p>
      <p>
        {draft.full
          ? t('refund.preview.full')
          : t('refund.preview.rest', { amount: formatMoney(draft.rest) })}
      </p>
      {refund.error !== null && <Refused problem={problemOf(refund.error)} />}
      <div className={css['pair']}>
        <Button variant="default" onClick={onBack} disabled={refund.isPending}>
          {t('refund.back')}
        </Button>
        <Button data-autofocus loading={refund.isPending} onClick={() => refund.mutate()}>
          {t('refund.confirm', { amount: formatMoney(draft.amount) })}
        </Button>
      </div>
    </div>
  );
}

/** One key for each preview: pressing twice, or again after a lost answer, refunds once. */
function useRefund({ order, draft, reason, onClose }: Omit<PreviewProps, 'onBack'>) {
  const { t } = useSpoken();
  const api = useApi();
  const queries = useQueryClient();
  const [key] = useState(newIdempotencyKey);
  return useMutation({
    mutationFn: async () =>
      valueOf(
        await createRefund(api, order.id, { lines: draft.lines, reason: reason.trim() }, key),
      ),
    onSuccess: async (refund) => {
      onClose();
      notifications.show({
        color: 'ink',
        autoClose: 8_000,
        title: t('refund.done', { amount: formatMoney(refund.amount) }),
        message: t('refund.done.detail', { id: refund.id }),
      });
      await queries.invalidateQueries({ queryKey: ['order', order.id] });
      await queries.invalidateQueries({ queryKey: ['orders'] });
      await queries.invalidateQueries({ queryKey: ['overview'] });
    },
  });
}
