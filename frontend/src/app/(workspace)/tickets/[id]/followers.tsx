import { useTranslations } from 'next-intl';
import { ActionForm } from '../../../../components/form/action-form.tsx';
import { SubmitButton } from '../../../../components/form/submit-button.tsx';
import { Avatar } from '../../../../components/marks/avatar.tsx';
import type { Person } from '../../../../lib/api-types.ts';
import { followTicket, unfollowTicket } from './actions.ts';
import type { TicketContext } from './context.ts';
import classes from './properties.module.css';

const MOST_SHOWN = 6;

/** Who is told what happens here, and the way to be one of them. */
export function Followers({ ticket, session, traceLabel, followers }: TicketContext & { followers: readonly Person[] }) {
  const t = useTranslations('talk');
  const isFollowing = followers.some(({ id }) => id === session.user.id);
  return (
    <div className={classes.row}>
      <span className={classes.label}>{t('followers')}</span>
      <span className={classes.followers}>
        {followers.slice(0, MOST_SHOWN).map(({ id, name }) => (
          <Avatar key={id} name={name} title={name} />
        ))}
        {followers.length > MOST_SHOWN && <span>+{followers.length - MOST_SHOWN}</span>}
        <ActionForm
          key={String(isFollowing)}
          action={isFollowing ? unfollowTicket : followTicket}
          tenant={session.tenant.id}
          hidden={{ id: ticket.id }}
          traceLabel={traceLabel}
        >
          <SubmitButton variant="subtle">{t(isFollowing ? 'unfollow' : 'follow')}</SubmitButton>
        </ActionForm>
      </span>
    </div>
  );
}
