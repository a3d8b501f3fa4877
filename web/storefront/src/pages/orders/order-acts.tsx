import { useState } from 'preact/hooks';
import { cancelOrder, createAttempt, formatMoney, receiveOrder } from '@tuodi/web-client';
import type { OrderDetail } from '@tuodi/web-client';
import { memberActs } from '@tuodi/web-view';
import { useAct } from '../../act.ts';
import { useMall } from '../../mall.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { ProblemNote } from '../../ui/problem.tsx';

/** What the member may do now: each act that moves value is previewed and confirmed. */
export function OrderActs({ order }: { order: OrderDetail }) {
  const { t } = useMall();
  const [asked, setAsked] = useState<'cancel' | 'receive'>();
  const close = () => setAsked(undefined);
  const acts = memberActs(order);
  return (
    <>
      {acts.includes('cancel') && (
        <Button kind={acts.length > 1 ? 'quiet' : 'plain'} onClick={() => setAsked('cancel')}>
          {t('act_cancel')}
        </Button>
      )}
      {acts.includes('receive') && (
        <Button onClick={() => setAsked('receive')}>{t('act_receive')}</Button>
      )}
      {acts.includes('pay') && <Pay order={order} />}
      <Cancel order={order} open={asked === 'cancel'} onClose={close} />
      <Receive order={order} open={asked === 'receive'} onClose={close} />
    </>
  );
}

function Pay({ order }: { order: OrderDetail }) {
  const { t, api, go } = useMall();
  const act = useAct(
    (key) => createAttempt(api, order.paymentId, key),
    (attempt) => go.to(`/cashier/${attempt.id}`),
  );
  return (
    <>
      <ProblemNote problem={act.problem} />
      <Button busy={act.busy} onClick={act.press}>
        {t('act_pay')}
      </Button>
    </>
  );
}

interface AskProps {
  readonly order: OrderDetail;
  readonly open: boolean;
  readonly onClose: () => void;
}

function Cancel({ order, open, onClose }: AskProps) {
  const { t, api, go } = useMall();
  const act = useAct(
    (key) => cancelOrder(api, order.id, key),
    () => {
      onClose();
      go.refresh();
    },
  );
  const paid = order.state === 'paid';
  return (
    <Confirm open={open} onClose={onClose} act={act} title={t('cancel_ask')} yes={t('cancel_yes')}>
      {paid ? t('cancel_paid', { amount: formatMoney(order.amount) }) : t('cancel_unpaid')}
    </Confirm>
  );
}

function Receive({ order, open, onClose }: AskProps) {
  const { t, api, go } = useMall();
  const act = useAct(
    (key) => receiveOrder(api, order.id, key),
    () => {
      onClose();
      go.refresh();
    },
  );
  const { returnWindowDays, value } = order.earning;
  return (
    <Confirm
      open={open}
      onClose={onClose}
      act={act}
      title={t('receive_ask')}
      yes={t('receive_yes')}
    >
      {t('receive_text', { days: returnWindowDays, value: formatMoney(value) })}
    </Confirm>
  );
}
