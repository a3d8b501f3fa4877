import { formatInstant, getSale, unitsOf } from '@tuodi/web-client';
import type { SaleReceipt } from '@tuodi/web-client';
import { mallName, useMall } from '../../mall.ts';
import { definePage, fromAnswer } from '../../page.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Entries, Entry } from '../../ui/entries.tsx';
import { Money, Points, PriceFigure } from '../../ui/figure.tsx';
import { Mark } from '../../ui/icons.tsx';
import { Journal } from '../../ui/journal.tsx';
import { Screen } from '../../ui/screen.tsx';
import look from './receipt.module.css';
import { saveReceipt } from './receipt-picture.ts';

export const page = definePage<SaleReceipt>({
  async load(request) {
    const { saleId = '' } = request.params;
    return fromAnswer(await getSale(request.api, saleId), request);
  },
  title: (_, { t }) => t('receipt_title'),
  View: ({ data }) => <Receipt receipt={data} />,
});

function Receipt({ receipt }: { receipt: SaleReceipt }) {
  const mall = useMall();
  const { t, calendar } = mall;
  return (
    <Screen title={t('receipt_title')} back="/value">
      <article class={look['slip']}>
        <p class={look['head']}>
          <Mark size={22} /> {mallName(mall)}
        </p>
        <p class={look['done']}>{t('receipt_done')}</p>
        <Money value={receipt.net} size="hero" />
        <Entries>
          <Entry label={t('receipt_at')}>{formatInstant(receipt.at, calendar)}</Entry>
          <Entry label={t('receipt_points')}>
            <Points value={receipt.points} />
          </Entry>
          <Entry label={t('receipt_price')}>
            <PriceFigure price={receipt.price} />
          </Entry>
          <Entry label={t('sell_gross')}>
            <Money value={receipt.gross} />
          </Entry>
          <Entry label={t('value_fee')}>
            <Money value={receipt.fee} />
          </Entry>
          {unitsOf(receipt.dividend) > 0n && (
            <Entry label={t('sell_dividend')}>
              <Money value={receipt.dividend} />
            </Entry>
          )}
          <Entry label={t('receipt_price_after')}>
            <PriceFigure price={receipt.priceAfter} />
          </Entry>
          <Entry label={t('receipt_number')}>{receipt.id}</Entry>
        </Entries>
        <p class={look['hash']}>
          {t('receipt_hash')}
          <br />
          {receipt.logHash}
        </p>
      </article>
      {receipt.transfer !== null && <Journal transfers={[receipt.transfer]} />}
      <div class={look['acts']}>
        <Button kind="plain" onClick={() => void saveReceipt(receipt, mall)}>
          {t('receipt_save')}
        </Button>
        <ButtonLink to="/value">{t('receipt_back')}</ButtonLink>
      </div>
    </Screen>
  );
}
