import { useTranslations } from 'next-intl';
import classes from './selection.module.css';

export const SELECTION = 'selection';

/** Takes a ticket into the selection; it belongs to the form of the bar, wherever that stands. */
export function SelectCell({ id, number }: { id: string; number: number }) {
  const t = useTranslations('selection');
  return (
    <td className={classes.cell}>
      <input type="checkbox" name="ids" value={id} form={SELECTION} aria-label={t('select', { number })} className={classes.box} data-select />
    </td>
  );
}

export function SelectHead() {
  const t = useTranslations('selection');
  return (
    <th scope="col" className={classes.cell}>
      <input type="checkbox" aria-label={t('selectAll')} className={`${classes.box} with-script`} data-select-all />
    </th>
  );
}
