import { createAttempt, createCheckout, previewCheckout } from '@tuodi/web-client';
import type { Answer, Api, CheckoutPreview, PaymentAttempt } from '@tuodi/web-client';
import { useState } from 'preact/hooks';
import { useAct } from '../../act.ts';
import { useMall } from '../../mall.ts';
import { definePage, refusal, withData } from '../../page.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { EarningStrip } from '../../ui/earning.tsx';
import { Entries, Entry } from '../../ui/entries.tsx';
import { Money } from '../../ui/figure.tsx';
import { Lines } from '../../ui/lines.tsx';
import { Blank, ProblemNote } from '../../ui/problem.tsx';
import { Screen } from '../../ui/screen.tsx';
import look from './checkout.module.css';

interface CheckoutData {
  readonly skuId: string;
  readonly quantity: number;
  /** Null where the address names nothing to buy. */
  readonly preview: CheckoutPreview | null;
}

export const page = definePage<CheckoutData>({
  async load(request) {
    const skuId = request.search.get('sku') ?? '';
    const quantity = Number(request.search.get('n') ?? '1');
    if (skuId === '') return withData({ skuId, quantity, preview: null });
    const preview = await previewCheckout(request.api, { lines: [{ skuId, quantity }] });
    if (!preview.ok) return refusal(preview.problem, request);
    return withData({ skuId, quantity, preview: preview.value });
  },
  title: (_, { t }) => t('checkout_title'),
  View: ({ data }) => <CheckoutView data={data} />,
});

function CheckoutView({ data }: { data: CheckoutData }) {
  const { t } = useMall();
  if (data.preview !== null) return <Preview data={data} first={data.preview} />;
  return (
    <Screen title={t('checkout_title')} back="/">
      <Blank title={t('checkout_none')}>
        <ButtonLink to="/">{t('see_all')}</ButtonLink>
      </Blank>
    </Screen>
  );
}

/** The code of a total that is no longer the one that was shown. */
const CHANGED = 'orders.price_changed';

function Preview({ data, first }: { data: CheckoutData; first: CheckoutPreview }) {
  const { t, api, go } = useMall();
  const [preview, setPreview] = useState(first);
  const [changed, setChanged] = useState(false);
  const lines = [{ skuId: data.skuId, quantity: data.quantity }];
  const act = useAct(
    async (key) => {
      const placed = await place(api, { lines, expectedTotal: preview.total }, key);
      if (placed.ok || placed.problem.code !== CHANGED) return placed;
      const fresh = await previewCheckout(api, { lines });
      if (fresh.ok) setPreview(fresh.value);
      setChanged(true);
      return placed;
    },
    (attempt) => go.replace(`/cashier/${attempt.id}`),
  );
  const action = (
    <>
      <span class={look['total']}>
        <small>{t('total')}</small>
        <Money value={preview.total} />
      </span>
      <Button busy={act.busy} onClick={act.press}>
        {act.busy ? t('placing') : t('place')}
      </Button>
    </>
  );
  return (
    <Screen title={t('checkout_title')} back="/" action={action}>
      <Lines lines={preview.lines} />
      <div class={look['sum']}>
        <Entries>
          <Entry label={t('total')} strong>
            <Money value={preview.total} size="large" />
          </Entry>
        </Entries>
      </div>
      <EarningStrip earning={preview.earning} />
      <p class={look['note']}>{t('place_note')}</p>
      {changed && <p class={look['changed']}>{t('price_changed')}</p>}
      <ProblemNote problem={changed ? undefined : act.problem} />
    </Screen>
  );
}

type Intent = Parameters<typeof createCheckout>[1];

/** Places the order and opens the cashier: two calls of one intent, each with a key of its own. */
async function place(api: Api, intent: Intent, key: string): Promise<Answer<PaymentAttempt>> {
  const checkout = await createCheckout(api, intent, key);
  if (!checkout.ok) return checkout;
  return createAttempt(api, checkout.value.payment.id, `${key}-pay`);
}
