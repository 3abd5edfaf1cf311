import { useTranslations } from 'next-intl';
import { Avatar } from '../../../components/marks/avatar.tsx';
import table from '../../../components/data-table.module.css';
import type { Member } from '../../../lib/api-types.ts';
import { AvailabilityMark } from './availability.tsx';
import classes from './people.module.css';

export function MemberName({ member, isSelf }: { member: Member; isSelf: boolean }) {
  const t = useTranslations('people');
  return (
    <div className={classes.person}>
      <Avatar name={member.name} size={28} />
      <div>
        <span className={classes.name}>
          {member.name}
          {isSelf && <span className={classes.you}>{t('you')}</span>}
          <AvailabilityMark member={member} />
        </span>
        <span className={table.second}>{member.email ?? t('kind.service')}</span>
      </div>
    </div>
  );
}
