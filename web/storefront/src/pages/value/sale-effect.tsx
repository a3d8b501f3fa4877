import { formatRate, unitsOf } from '@tuodi/web-client';
import type { SalePreview, Value } from '@tuodi/web-client';
import { useMall } from '../../mall.ts';
import { Entries, Entry } from '../../ui/entries.tsx';
import { Money, Points, PriceFigure } from '../../ui/figure.tsx';
import { Section } from '../../ui/screen.tsx';

/** What the sale would pay and what would be left: computed by the server, nothing moved yet. */
export function SaleEffect({ preview, value }: { preview: SalePreview; value: Value }) {
  const { t } = useMall();
  return (
    <>
      <Section title={t('sell_preview')}>
        <Entries>
          <Entry label={t('receipt_points')}>
            <Points value={preview.points} />
          </Entry>
          <Entry label={t('sell_price')}>
            <PriceFigure price={preview.price} />
          </Entry>
          <Entry label={t('sell_gross')}>
            <Money value={preview.gross} />
          </Entry>
          <Entry label={t('sell_fee', { rate: formatRate(value.sellFeeRate) })}>
            <Money value={{ amount: String(-unitsOf(preview.fee)), asset: 'CNY/2' }} />
          </Entry>
          <Entry label={t('sell_net')} strong>
            <Money value={preview.net} size="large" />
          </Entry>
          {unitsOf(preview.dividend) > 0n && (
            <Entry label={t('sell_dividend')}>
              <Money value={preview.dividend} />
            </Entry>
          )}
        </Entries>
      </Section>
      <Section title={t('sell_after')}>
        <Entries>
          <Entry label={t('sell_points_after')}>
            <Points value={preview.pointsAfter} />
          </Entry>
          <Entry label={t('sell_price_after')}>
            <PriceFigure price={preview.priceAfter} />
          </Entry>
          <Entry label={t('sell_quota_after')} note={t('quota_note')}>
            <Money value={preview.quotaAfter} />
          </Entry>
        </Entries>
      </Section>
    </>
  );
}
