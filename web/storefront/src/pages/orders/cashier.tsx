import {
  createAttempt,
  formatInstant,
  getAttempt,
  simulatePayment,
  unitsOf,
} from '@tuodi/web-client';
import type { PaymentAttempt } from '@tuodi/web-client';
import { useState } from 'preact/hooks';
import { useAct } from '../../act.ts';
import { useMall } from '../../mall.ts';
import { definePage, fromAnswer } from '../../page.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Money } from '../../ui/figure.tsx';
import { FloorArt } from '../../ui/floor.tsx';
import { Mark } from '../../ui/icons.tsx';
import { ProblemNote } from '../../ui/problem.tsx';
import { Screen } from '../../ui/screen.tsx';
import look from './cashier.module.css';

export const page = definePage<PaymentAttempt>({
  async load(request) {
    const { attemptId = '' } = request.params;
    return fromAnswer(await getAttempt(request.api, attemptId), request);
  },
  title: (_, { t }) => t('cashier_title'),
  View: ({ data }) => <Cashier first={data} />,
});

function Cashier({ first }: { first: PaymentAttempt }) {
  const { t, calendar } = useMall();
  const [attempt, setAttempt] = useState(first);
  if (attempt.state !== 'open') return <Result attempt={attempt} />;
  return (
    <Screen title={t('cashier_title')} back="/orders">
      <div class={look['slip']}>
        <p class={look['label']}>{t('cashier_amount')}</p>
        <Money value={attempt.amount} size="hero" />
        <p class={look['until']}>
          {t('cashier_until', { at: formatInstant(attempt.expiresAt, calendar) })}
        </p>
        <ul class={look['orders']}>
          {attempt.orders.map((order) => (
            <li key={order.id}>{t('order_title', { number: order.number })}</li>
          ))}
        </ul>
      </div>
      <p class={look['note']}>{t('cashier_note')}</p>
      <Acts attempt={attempt} onDone={setAttempt} />
    </Screen>
  );
}

function Acts(props: { attempt: PaymentAttempt; onDone: (attempt: PaymentAttempt) => void }) {
  const { t, api } = useMall();
  const { attempt, onDone } = props;
  const pay = useAct(() => simulatePayment(api, attempt.id, 'pay'), onDone);
  const fail = useAct(() => simulatePayment(api, attempt.id, 'fail'), onDone);
  return (
    <div class={look['acts']}>
      <ProblemNote problem={pay.problem ?? fail.problem} />
      <Button busy={pay.busy} disabled={fail.busy} onClick={pay.press}>
        {t('pay_now')} <Money value={attempt.amount} />
      </Button>
      <Button kind="quiet" busy={fail.busy} disabled={pay.busy} onClick={fail.press}>
        {t('pay_fail')}
      </Button>
    </div>
  );
}

function Result({ attempt }: { attempt: PaymentAttempt }) {
  const { t, api, go } = useMall();
  const paid = attempt.state === 'succeeded';
  const again = useAct(
    (key) => createAttempt(api, attempt.paymentId, key),
    (next) => go.replace(`/cashier/${next.id}`),
  );
  const [order] = attempt.orders;
  const several = attempt.orders.length > 1 || order === undefined;
  return (
    <Screen title={paid ? t('pay_done') : t('pay_failed')} back="/orders">
      <div class={look['result']} role="status">
        {paid ? <Mark size={72} /> : <FloorArt />}
        <p class={look['resultTitle']}>{paid ? t('pay_done') : t('pay_failed')}</p>
        {unitsOf(attempt.amount) > 0n && <Money value={attempt.amount} size="large" />}
        <p class={look['resultText']}>{paid ? t('pay_done_text') : t('pay_failed_text')}</p>
      </div>
      <ProblemNote problem={again.problem} />
      <div class={look['acts']}>
        {!paid && (
          <Button busy={again.busy} onClick={again.press}>
            {t('pay_again')}
          </Button>
        )}
        <ButtonLink
          to={several ? '/orders' : `/orders/${order.id}`}
          kind={paid ? 'primary' : 'plain'}
        >
          {t('see_order')}
        </ButtonLink>
        <ButtonLink to="/" kind="quiet">
          {t('continue_shopping')}
        </ButtonLink>
      </div>
    </Screen>
  );
}
