import { useState } from 'preact/hooks';
import { claimDividend, formatMoney, unitsOf } from '@tuodi/web-client';
import type { ClaimReceipt, Value } from '@tuodi/web-client';
import { useAct } from '../../act.ts';
import { useMall } from '../../mall.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { Money } from '../../ui/figure.tsx';
import { TransferView } from '../../ui/journal.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import look from './dividend.module.css';

/** The credited dividend: preview, confirm, receipt. */
export function Dividend({ value }: { value: Value }) {
  const { t, api, go } = useMall();
  const [asked, setAsked] = useState(false);
  const [receipt, setReceipt] = useState<ClaimReceipt>();
  const act = useAct(
    (key) => claimDividend(api, key),
    (done) => {
      setAsked(false);
      setReceipt(done);
      go.refresh();
    },
  );
  const amount = formatMoney(value.pendingDividend);
  if (unitsOf(value.pendingDividend) <= 0n && receipt === undefined) return null;
  return (
    <section class={look['dividend']}>
      <h2>{t('dividend_title')}</h2>
      <Money value={value.pendingDividend} />
      {unitsOf(value.pendingDividend) > 0n && (
        <span>
          <Button kind="plain" onClick={() => setAsked(true)}>
            {t('claim')}
          </Button>
        </span>
      )}
      <Confirm
        open={asked}
        onClose={() => setAsked(false)}
        act={act}
        title={t('claim_ask')}
        yes={t('claim')}
      >
        {t('claim_text', { amount })}
      </Confirm>
      <Sheet
        open={receipt !== undefined}
        onClose={() => setReceipt(undefined)}
        title={
          receipt === undefined ? '' : t('claim_done', { amount: formatMoney(receipt.dividend) })
        }
      >
        {receipt !== undefined && <Receipt receipt={receipt} />}
      </Sheet>
    </section>
  );
}

function Receipt({ receipt }: { receipt: ClaimReceipt }) {
  const { t } = useMall();
  return (
    <>
      <p>{t('claim_number', { id: receipt.id })}</p>
      {receipt.transfer !== null && <TransferView transfer={receipt.transfer} />}
    </>
  );
}
