import { useState } from 'preact/hooks';
import { formatMoney, formatPoints, getValue, previewSale, sellPoints } from '@tuodi/web-client';
import type { PointsToSell, SalePreview, Value } from '@tuodi/web-client';
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

/** Preview → confirm → receipt. */
function Sell({ value }: { value: Value }) {
  const { t, api } = useMall();
  const [points, setPoints] = useState<PointsToSell>('all');
  const [preview, setPreview] = useState<SalePreview>();
  const [asked, setAsked] = useState(false);
  const looked = useAct(() => previewSale(api, points), setPreview);
  if (holdsNothing(value)) return <Nothing />;
  const choose = (chosen: PointsToSell) => {
    setPoints(chosen);
    setPreview(undefined);
    looked.clear();
  };
  const action =
    preview === undefined ? (
      <Button busy={looked.busy} onClick={looked.press}>
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
      <ProblemNote problem={looked.problem} />
      {preview !== undefined && <SaleEffect preview={preview} value={value} />}
      {preview !== undefined && (
        <ConfirmSale
          points={points}
          preview={preview}
          open={asked}
          onClose={() => setAsked(false)}
        />
      )}
    </Screen>
  );
}

interface ConfirmSaleProps {
  readonly points: PointsToSell;
  readonly preview: SalePreview;
  readonly open: boolean;
  readonly onClose: () => void;
}

function ConfirmSale({ points, preview, open, onClose }: ConfirmSaleProps) {
  const { t, api, go } = useMall();
  const act = useAct(
    (key) => sellPoints(api, points, key),
    (receipt) => {
      onClose();
      go.replace(`/value/sales/${receipt.id}`);
    },
  );
  return (
    <Confirm open={open} onClose={onClose} act={act} title={t('sell_ask')} yes={t('sell_yes')}>
      {t('sell_text', { points: formatPoints(preview.points), net: formatMoney(preview.net) })}
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
