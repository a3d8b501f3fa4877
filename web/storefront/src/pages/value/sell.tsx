import { useState } from 'preact/hooks';
import { formatMoney, formatPoints, getValue, previewSale, sellPoints } from '@tuodi/web-client';
import type { Answer, Api, PointsToSell, SalePreview, Value } from '@tuodi/web-client';
import { holdsNothing } from '@tuodi/web-view';
import { useAct } from '../../act.ts';
import { useMall } from '../../mall.ts';
import { definePage, fromAnswer } from '../../page.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { Points } from '../../ui/figure.tsx';
import { Blank, ProblemNote } from '../../ui/problem.tsx';
import { Screen } from '../../ui/screen.tsx';
import { AmountForm } from './amount-form.tsx';
import { SaleEffect } from './sale-effect.tsx';
import look from './sell.module.css';

export const page = definePage<Value>({
  async load(request) {
    return fromAnswer(await getValue(request.api), request);
  },
  title: (_, { t }) => t('sell_title'),
  View: ({ data }) => <Sell value={data} />,
});

/** The effect of selling just these points: it is of no use to any other number. */
interface Looked {
  readonly points: PointsToSell;
  readonly effect: SalePreview;
}

async function preview(api: Api, points: PointsToSell): Promise<Answer<Looked>> {
  const answer = await previewSale(api, points);
  return answer.ok ? { ok: true, value: { points, effect: answer.value } } : answer;
}

/** Preview → confirm → receipt. */
function Sell({ value }: { value: Value }) {
  const { t, api } = useMall();
  const [points, setPoints] = useState<PointsToSell>('all');
  const [typed, setTyped] = useState<'well' | 'badly'>('well');
  const [last, setLast] = useState<Looked>();
  const [asked, setAsked] = useState(false);
  const act = useAct(() => preview(api, points), setLast);
  if (holdsNothing(value)) return <Nothing />;
  const choose = (chosen: PointsToSell | undefined) => {
    setTyped(chosen === undefined ? 'badly' : 'well');
    if (chosen !== undefined) setPoints(chosen);
    setLast(undefined);
    act.clear();
  };
  // An answer that comes after another number was typed is dropped.
  const looked = typed === 'well' && last?.points === points ? last : undefined;
  const action =
    looked === undefined ? (
      <Button busy={act.busy} disabled={typed === 'badly'} onClick={act.press}>
        {t('sell_preview')}
      </Button>
    ) : (
      <Button onClick={() => setAsked(true)}>{t('sell_next')}</Button>
    );
  return (
    <Screen title={t('sell_title')} back="/value" action={action}>
      <p class={look['held']}>
        {t('value_points')} <Points value={value.points} /> {t('points_unit')}
      </p>
      <AmountForm held={value.points} onChoose={choose} />
      <ProblemNote problem={act.problem} />
      {looked !== undefined && <SaleEffect preview={looked.effect} value={value} />}
      {looked !== undefined && (
        <ConfirmSale looked={looked} open={asked} onClose={() => setAsked(false)} />
      )}
    </Screen>
  );
}

interface ConfirmSaleProps {
  readonly looked: Looked;
  readonly open: boolean;
  readonly onClose: () => void;
}

function ConfirmSale({ looked, open, onClose }: ConfirmSaleProps) {
  const { t, api, go } = useMall();
  const { effect } = looked;
  const act = useAct(
    (key) => sellPoints(api, looked.points, key),
    (receipt) => {
      onClose();
      go.replace(`/value/sales/${receipt.id}`);
    },
  );
  return (
    <Confirm open={open} onClose={onClose} act={act} title={t('sell_ask')} yes={t('sell_yes')}>
      {t('sell_text', { points: formatPoints(effect.points), net: formatMoney(effect.net) })}
    </Confirm>
  );
}

function Nothing() {
  const { t } = useMall();
  return (
    <Screen title={t('sell_title')} back="/value">
      <Blank title={t('value_none')} text={t('value_none_text')}>
        <ButtonLink to="/">{t('see_all')}</ButtonLink>
      </Blank>
    </Screen>
  );
}
