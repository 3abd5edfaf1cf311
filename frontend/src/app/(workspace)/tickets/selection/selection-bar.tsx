import { TICKET_PRIORITIES, TICKET_STATUSES } from '@kontor/contracts/tickets';
import { IconCheck, IconCircleDot, IconFlag, IconTag, IconUserPlus, IconUsersGroup } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ActionForm } from '../../../../components/form/action-form.tsx';
import { Avatar, NoAvatar } from '../../../../components/marks/avatar.tsx';
import { StatusDot } from '../../../../components/marks/status-mark.tsx';
import type { Member, Session, Team } from '../../../../lib/api-types.ts';
import { can } from '../../../../lib/session.ts';
import { changeTickets } from './actions.ts';
import { Choices, Chooser } from './chooser.tsx';
import { SELECTION } from './select-cell.tsx';
import { SelectionKeys } from './selection-keys.tsx';
import { SelectionResult } from './selection-result.tsx';
import classes from './selection.module.css';

interface SelectionBarProps {
  session: Session;
  members: readonly Member[];
  teams: readonly Team[];
  /** The list that the tickets stand in, and how many it finds. */
  matching: string;
  count: number;
  /** How many of them are on this page. */
  shown: number;
}

const ICON = { size: 15, stroke: 1.6, 'aria-hidden': true } as const;
/** Where tickets come to by themselves nobody moves them. */
const GIVEN = ['new', 'merged'];

/** What happens to the selected tickets, all of it in one place. */
export function SelectionBar({ session, members, teams, matching, count, shown }: SelectionBarProps) {
  const t = useTranslations('selection');
  const ticket = useTranslations('ticket');
  const error = useTranslations('errors');
  const people = members.filter(({ id }) => id !== session.user.id).map(({ id, name }) => ({ value: id, label: name, mark: <Avatar name={name} /> }));
  return (
    <ActionForm action={changeTickets} id={SELECTION} tenant={session.tenant.id} hidden={{ matching }} className={classes.bar} traceLabel={error('trace')} label={t('label')}>
      <SelectionKeys words={t('count')} />
      {count > shown && (
        <label className={classes.all}>
          <input type="checkbox" name="scope" value="matching" /> {t('matching', { count })}
        </label>
      )}
      {can(session, 'ticket:assign') && (
        <Chooser id="select-assignee" label={t('assign')} icon={<IconUserPlus {...ICON} />}>
          <Choices
            name="assigneeId"
            choices={[{ value: session.user.id, label: t('me'), mark: <Avatar name={session.user.name} /> }, { value: '', label: t('nobody'), mark: <NoAvatar title={t('nobody')} /> }, ...people]}
          />
        </Chooser>
      )}
      {can(session, 'ticket:assign') && teams.length > 0 && (
        <Chooser id="select-team" label={t('team')} icon={<IconUsersGroup {...ICON} />}>
          <Choices name="teamId" choices={[{ value: '', label: t('noTeam') }, ...teams.map(({ id, name }) => ({ value: id, label: name }))]} />
        </Chooser>
      )}
      {can(session, 'ticket:transition') && (
        <Chooser id="select-status" label={t('status')} icon={<IconCircleDot {...ICON} />}>
          <Choices
            name="status"
            choices={TICKET_STATUSES.filter((status) => !GIVEN.includes(status)).map((value) => ({ value, label: ticket(`status.${value}`), mark: <StatusDot status={value} /> }))}
          />
        </Chooser>
      )}
      {can(session, 'ticket:update') && (
        <>
          <Chooser id="select-priority" label={t('priority')} icon={<IconFlag {...ICON} />}>
            <Choices name="priority" choices={TICKET_PRIORITIES.map((value) => ({ value, label: ticket(`priority.${value}`) }))} />
          </Chooser>
          <Chooser id="select-tags" label={t('tag')} icon={<IconTag {...ICON} />}>
            <label className={classes.field}>
              {t('addTags')}
              <input name="addTags" autoComplete="off" maxLength={200} />
            </label>
            <label className={classes.field}>
              {t('removeTags')}
              <input name="removeTags" autoComplete="off" maxLength={200} />
            </label>
            <button type="submit" className={classes.apply}>
              {t('apply')}
            </button>
          </Chooser>
        </>
      )}
      {can(session, 'ticket:transition') && (
        <button type="submit" name="status" value="solved" className={classes.button} data-offered>
          <IconCheck {...ICON} />
          {t('solve')}
        </button>
      )}
      <button type="reset" className={classes.clear} data-clear>
        {t('clear')}
      </button>
      <SelectionResult words={{ changed: t('changed'), refused: t('refused'), same: t('same'), why: t('why') }} />
    </ActionForm>
  );
}
