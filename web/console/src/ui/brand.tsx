import { brandStyle } from '@tuodi/web-tokens';
import { useMall } from './mall.tsx';

/** A mall's own colour in cinnabar's place, once its contrast is right. */
export function Brand() {
  const style = brandStyle(useMall().tenant.brandColour);
  return style === '' ? null : <style>{`:root{${style}}`}</style>;
}
