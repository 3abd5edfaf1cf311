import type { ReactNode } from 'react';
import type { ActivityPage } from '../../lib/api-types.ts';
import { LinkButton } from '../link-button.tsx';
import { PageHeader } from '../shell/page-header.tsx';
import { ActivityList } from './activity-list.tsx';
import classes from './contacts.module.css';

interface RecordPageProps {
  name: string;
  /** The list that it stands in. */
  parent: { href: string; label: string };
  /** The record's own address. */
  here: string;
  /** What the button to change it says; none where it may not be changed. */
  edit: string | false;
  avatar?: ReactNode;
  about: ReactNode;
  /** What stands in the way of changing it. */
  banner: ReactNode;
  /** None where there are no tickets. */
  activity: ActivityPage | undefined;
  isEarlier: boolean;
  /** What is known of it, beside what happened. */
  side: ReactNode;
}

/** A contact or a company: what happened, and beside it what is known. */
export function RecordPage({ name, parent, here, edit, avatar, about, banner, activity, isEarlier, side }: RecordPageProps) {
  return (
    <>
      <PageHeader title={name} parent={parent} isHeading={false}>
        {edit && (
          <LinkButton href={`${here}/edit`} shortcut="e">
            {edit}
          </LinkButton>
        )}
      </PageHeader>
      <div className={classes.record}>
        <div className={classes.story}>
          <header className={classes.head}>
            {avatar}
            <div>
              <h1>{name}</h1>
              <p className={classes.about}>{about}</p>
            </div>
          </header>
          {banner}
          {activity && <ActivityList activity={activity} here={here} isEarlier={isEarlier} />}
        </div>
        {side}
      </div>
    </>
  );
}
